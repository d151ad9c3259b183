// The commands of an explanation, wherever they stand in it, made into others: for another shell, for another endpoint.
import { atEndpoint } from '../../aws/endpoints.js'
import type { Explanation, Fold, Known, Language, Step } from '../../model.js'
import { stsUrl } from './sts.js'

/** Every command of a POSIX shell goes through `change`, and has that language then. */
export function withCommands(
  explanation: Explanation,
  change: (code: string) => string,
  language: Language = 'sh',
): Explanation {
  const { steps, otherwise = [], confirm = [], folded = [] } = explanation
  const step = (one: Step): Step => changedStep(one, change, language)
  return {
    ...explanation,
    steps: steps.map(step),
    otherwise: otherwise.map(step),
    confirm: confirm.map(step),
    folded: folded.map((fold) => changedFold(fold, change, language)),
  }
}

function changedStep(step: Step, change: (code: string) => string, to: Language): Step {
  const { code, short, language } = step
  if (language !== 'sh' || code === undefined) return step
  return {
    ...step,
    code: change(code),
    language: to,
    ...(short === undefined ? {} : { short: change(short) }),
  }
}

function changedFold(
  { title, blocks }: Fold,
  change: (code: string) => string,
  to: Language,
): Fold {
  return {
    title,
    blocks: blocks.map((block) =>
      block.show === 'code' && block.language === 'sh'
        ? { ...block, code: change(block.code), language: to }
        : block,
    ),
  }
}

/** What AWS's IAM would be asked, another STS is asked at its own endpoint. */
export function forOwnEndpoint(explanation: Explanation, known: Known): Explanation {
  return withCommands(explanation, (code) => atEndpoint(code, stsUrl(known)))
}
