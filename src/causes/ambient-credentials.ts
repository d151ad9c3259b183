// ambient-credentials: the job already holds AWS settings of its own, beside what this step exports.
import { KEY_VARIABLES } from '../model/problem.js'
import type { AmbientSetting, Known } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'

/** What this step exports, so that settings of these names lose; all the others stay beside it. */
const EXPORTED: readonly AmbientSetting[] = KEY_VARIABLES

export const ambientCredentials = causeOf('ambient-credentials', {
  id: 'ambient-credentials',
  section: 'inputs',
  title: 'the job already holds AWS settings of its own',
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsCliOrder'],
  matches: () => true,
  explain: ({ names }, known) => {
    const [first = 'AWS_PROFILE'] = names
    return {
      why: `Before this step the job already held ${list(names)}. Nothing of that was used to sign in. ${consequences(names, known)}`,
      fix: [
        `If nothing in this job needs them, remove them where they are set: an \`env:\` block, an earlier step, or the runner's own environment (${quote(first)} first).`,
        'Look at who you are in a later step: aws sts get-caller-identity',
      ],
      where: 'step',
    }
  },
  page: {
    meaning:
      'AWS SDKs and the AWS CLI take credentials from several places, in an order of their own. Keys in the environment come before a web identity and before profiles in most of them, but a tool that is told of a profile (`AWS_PROFILE` in some SDKs, `--profile` in the CLI) may take that instead. A job that holds both may then act as somebody else than this step signed in as.',
    tell: 'A notice: signing in by OIDC neither reads nor needs them.',
  },
})

function consequences(names: readonly AmbientSetting[], { inputs, session }: Known): string {
  if (inputs && !inputs.outputEnvCredentials)
    return 'This step exports nothing, so later steps go on with them.'
  const exported: readonly AmbientSetting[] = inputs?.awsProfile
    ? [...EXPORTED, 'AWS_PROFILE']
    : EXPORTED
  const replaced = names.filter((name) => exported.includes(name))
  const beside = names.filter((name) => !exported.includes(name))
  const allowed = inputs?.allowedAccountIds ?? []
  // The session of an account that is not allowed goes no further.
  if (!session || (allowed.length > 0 && !allowed.includes(session.account)))
    return inputs?.unsetCurrentCredentials && replaced.length > 0
      ? `Nothing was exported. Where the log says "Blanked for the job" (\`unset-current-credentials\`), later steps find ${list(replaced)} empty${beside.length === 0 ? '' : `, and go on with ${list(beside)}`}; else they go on with what was there.`
      : 'Nothing was exported, so later steps go on with what was there.'
  const sentences = []
  if (replaced.length > 0)
    sentences.push(
      `Where this step succeeds, later steps get its own ${list(replaced)} in their place; where it fails, they go on with what was there${inputs?.unsetCurrentCredentials ? ', or find them blanked' : ''}.`,
    )
  if (beside.length > 0)
    sentences.push(
      `${list(beside)} stay${beside.length === 1 ? 's' : ''} set beside the exported keys: most tools take the keys, but one that prefers a profile or a role of its own would act as somebody else.`,
    )
  return sentences.join(' ')
}
