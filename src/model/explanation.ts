// What a cause says of its evidence, as data: every page that shows it (log, annotation, summary, report, cause page) sets the same words.

/** The part of the workflow file that a fix belongs to: a block, the step itself, or one of its inputs. */
export type Where = 'permissions' | 'environment' | 'step' | { input: string }

/** What a fence holds; `http` are header lines. `url`: an address that this project has made, to be opened. */
export type Language = 'sh' | 'powershell' | 'json' | 'yaml' | 'diff' | 'http' | 'url' | 'text'

/** One of two values that should fit each other, and where it begins to differ (in UTF-16 code units, from 0). */
export interface Side {
  /** Who has it, in a word: `policy`, `job`. */
  label: string
  value: string
  at: number
  /** Further values beside this one. */
  also?: readonly string[]
}

/** What is shown. In `say` and `points` values of the user's stand in backticks; all other texts are as they were seen. */
export type Block =
  | { show: 'difference'; wanted: Side; actual: Side }
  | { show: 'values'; values: readonly { name: string; value: string }[] }
  /** A sentence that somebody gave, word for word. */
  | { show: 'answer'; by: string; text: string }
  | { show: 'sentence'; say: string }
  | { show: 'list'; points: readonly string[] }
  | { show: 'code'; code: string; language: Language }

/** One thing to do. */
export interface Step {
  /** A condition in the reader's terms: `If this job may use the role`. */
  when?: string
  /** Begins with a verb and a capital; no punctuation at its end, since the pages set that. No command and no policy in it. */
  say: string
  /** To paste as it is: a command, a policy, lines of YAML. Never a sentence. */
  code?: string
  language?: Language
  /** The same in so few lines that it fits into an annotation, where `code` is longer; it works by itself. */
  short?: string
  /** What to look for afterwards, or what it brings with it: whole sentences. */
  then?: string
  /** Left out: it fixes something. `look`: it only shows what is wrong. `aside`: for a reader who cannot do the others. */
  kind?: 'look' | 'aside'
}

/** For who wants to know more: closed until somebody opens it. */
export interface Fold {
  title: string
  blocks: readonly Block[]
}

export interface Explanation {
  /** At most 15 words, the user's values in backticks; completes "Not signed in: …". Lower-case, no full stop. Never more than the evidence. */
  headline: string
  /** What was seen, at most some four lines. Nothing that the headline has said. */
  shown: readonly Block[]
  /** What to do, safe before permissive. */
  steps: readonly Step[]
  /** If that is not it. */
  otherwise?: readonly Step[]
  /** How to confirm it. */
  confirm?: readonly Step[]
  folded?: readonly Fold[]
  /** Where the chain of the sign-in stops, where that is narrower than the link: ``trust policy, statement `Deploy`: `sub` ``. */
  stop?: string
  /** The part of the workflow file that the fix belongs to. */
  where?: Where
}
