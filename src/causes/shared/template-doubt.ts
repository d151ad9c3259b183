// What a template leaves open: for which defaults a finding is true, how to settle it, and how to give the values.
import type { Block, Known, Step, TemplateDoubt } from '../../model.js'
import { defaultsText } from '../../words.js'
import { showPolicy, withCredentials } from './sts.js'
import { roleInHeadline } from './trust.js'

export function doubtBlocks(doubt: TemplateDoubt | undefined, known: Known): Block[] {
  if (!doubt) return []
  const { defaults, unnamed } = doubt
  return [
    ...(defaults.length > 0 ? [`This assumes ${defaultsText(defaults)}.`] : []),
    ...(unnamed ? [`The template does not name ${roleInHeadline(known)}.`] : []),
  ].map((say) => ({ show: 'sentence', say }))
}

/** What settles it, before anything is changed. */
export function settlingSteps(doubt: TemplateDoubt | undefined, known: Known): Step[] {
  if (!doubt) return []
  return [
    {
      say: `Look whether the role has this policy, ${withCredentials(known)}`,
      code: showPolicy(known),
      language: 'sh',
      ...(doubt.defaults.length > 0
        ? { then: 'It has another if the stack was deployed with other parameters.' }
        : {}),
    },
  ]
}

/** With the values of the stack, nothing is left to defaults. */
export function parameterSteps({ inputs }: Known): Step[] {
  if ((inputs?.trustPolicyParameters ?? '') !== '') return []
  return [
    {
      when: 'If a file in the repository has the parameters of the stack',
      say: 'Give its path to this step, too',
      code: 'trust-policy-parameters: <path>',
      language: 'yaml',
    },
  ]
}
