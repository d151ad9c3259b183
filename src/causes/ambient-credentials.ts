// ambient-credentials: the job already holds AWS settings of its own, beside what this step exports.
import { KEY_VARIABLES } from '../model/problem.js'
import type { AmbientSetting, Known } from '../model.js'
import { list, listAtMost } from '../text.js'
import { causeOf } from './cause.js'

/** What this step exports, so that settings of these names lose; all the others stay beside it. */
const EXPORTED: readonly AmbientSetting[] = KEY_VARIABLES

/** Names in a headline. */
const MOST_NAMED = 3

export const ambientCredentials = causeOf('ambient-credentials', {
  id: 'ambient-credentials',
  section: 'inputs',
  title: 'the job already has AWS settings of its own',
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsCliOrder'],
  matches: () => true,
  explain: ({ names }, known) => ({
    headline: `the job already had ${listAtMost(names, MOST_NAMED)} before this step`,
    shown: [
      {
        show: 'sentence',
        say: `Signing in did not use ${names.length === 1 ? 'it' : 'them'}. ${consequences(names, known)}`,
      },
    ],
    steps: [
      {
        when: `If nothing in this job needs ${names.length === 1 ? 'it' : 'them'}`,
        say: `Remove ${names.length === 1 ? 'it where it is' : 'them where they are'} set: in an \`env:\` block, in an earlier step, or in the environment of the runner`,
      },
    ],
    confirm: [
      {
        say: 'See who a later step acts as',
        code: 'aws sts get-caller-identity',
        language: 'sh',
      },
    ],
    where: 'step',
  }),
  page: {
    meaning:
      'AWS SDKs and the AWS CLI read credentials from several places, each in its own order. Keys in the environment come before a web identity and before profiles in most of them, but a tool that is given a profile (`AWS_PROFILE` in some SDKs, `--profile` in the CLI) may use that instead. A job that holds both may then act as somebody else than this step signed in as.',
    tell: 'A notice: signing in by OIDC neither reads nor needs them.',
  },
})

function consequences(names: readonly AmbientSetting[], { inputs, session }: Known): string {
  const several = (inputs?.roles.length ?? 0) > 0
  if (inputs && !inputs.outputEnvCredentials && !several)
    return 'This step exports nothing, so later steps go on with what was there.'
  const exported: readonly AmbientSetting[] =
    inputs?.awsProfile || several ? [...EXPORTED, 'AWS_PROFILE'] : EXPORTED
  const replaced = names.filter((name) => exported.includes(name))
  const beside = names.filter((name) => !exported.includes(name))
  if (several) return besideProfiles(replaced, beside, inputs?.unsetCurrentCredentials === true)
  const allowed = inputs?.allowedAccountIds ?? []
  // The session of an account that is not allowed goes no further.
  if (!session || (allowed.length > 0 && !allowed.includes(session.account)))
    return inputs?.unsetCurrentCredentials && replaced.length > 0
      ? `Nothing was exported. ${ifCleared(replaced, beside)}`
      : 'Nothing was exported, so later steps go on with what was there.'
  const sentences = []
  if (replaced.length > 0)
    sentences.push(
      `Later steps get this step's own ${beside.length === 0 ? 'values' : list(replaced)}; if it fails, they keep the old${inputs?.unsetCurrentCredentials ? ', or find them empty' : ''}.`,
    )
  if (beside.length > 0)
    sentences.push(
      `${list(beside)} stay${beside.length === 1 ? 's' : ''} set beside the exported keys: a tool that prefers a profile or role acts as somebody else.`,
    )
  return sentences.join(' ')
}

type Names = readonly AmbientSetting[]

/** With `roles`, whether or not they all signed in. */
function besideProfiles(cleared: Names, beside: Names, clears: boolean): string {
  return clears && cleared.length > 0
    ? `This step exports the region only. ${ifCleared(cleared, beside)}`
    : 'This step exports the region only, so later steps without a profile go on with what was there.'
}

function ifCleared(cleared: Names, beside: Names): string {
  return `If the log says "Cleared for the job" (\`unset-current-credentials\`), later steps find ${list(cleared)} empty${beside.length === 0 ? '' : `, and go on with ${list(beside)}`}; otherwise they go on with what was there.`
}
