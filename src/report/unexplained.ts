// What a report says of a bug of ours if not even the causes could be read, so that none can speak.
import type { Finding, RunContext } from '../model.js'
import { oneLine } from '../text.js'
import type { Annotation } from '../world.js'

/** Where the action was taken from. */
type ActionSource = Pick<RunContext, 'actionRepository' | 'serverUrl'>

/** `error`: what stopped the run; `reading`: why the causes were not read. Often one is the other. */
export function unexplained(error: Error, reading: Error, run: ActionSource): Finding {
  const messages = [...new Set([error, reading].map(({ message }) => oneLine(message, 600)))]
  return {
    id: 'unknown',
    severity: 'error',
    certainty: 'certain',
    title: 'a failure that is not known yet',
    link: 'token',
    headline: 'an error inside this action stopped the step',
    stop: 'Error inside this action',
    shown: [{ show: 'values', values: messages.map((value) => ({ name: 'seen', value })) }],
    steps: [
      { say: 'Use this action as it was published, with every file of its folder `dist`' },
      { say: 'Run the job again, if nobody has changed these files' },
    ],
    otherwise: [],
    confirm: [],
    folded: [],
    docs: run.actionRepository === '' ? '' : `${run.serverUrl}/${run.actionRepository}`,
    evidence: [{ kind: 'bug', message: oneLine(error.message, 600) }],
  }
}

export function sourceIn(env: Readonly<Record<string, string | undefined>>): ActionSource {
  const { GITHUB_ACTION_REPOSITORY: actionRepository = '', GITHUB_SERVER_URL: serverUrl = '' } = env
  return { actionRepository, serverUrl }
}

export function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

/** The same as an annotation: for a door that could load nothing but itself. */
export function unloaded(error: unknown, run: ActionSource): Pick<Annotation, 'title' | 'message'> {
  const thrown = errorOf(error)
  const { id, headline, shown, steps, docs } = unexplained(thrown, thrown, run)
  const seen = shown.flatMap((block) => (block.show === 'values' ? block.values : []))
  const lines = [
    headline,
    ...seen.map(({ name, value }) => `${name}  ${value}`),
    ...steps.map(({ say }) => `${say}.`),
    ...(docs === '' ? [] : [docs]),
  ]
  return { title: `${id}: ${headline}`, message: lines.join('\n') }
}
