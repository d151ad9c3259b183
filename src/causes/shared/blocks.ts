// Blocks that many causes show.
import type { Block, Known } from '../../model.js'
import { answererOf } from '../../words.js'

export function sentence(say: string): Block {
  return { show: 'sentence', say }
}

/** What STS said, word for word; an STS that is not AWS's is not called so. */
export function answer({ message }: { message: string }, known: Known): Block {
  return { show: 'answer', by: answererOf(known), text: message }
}

/** Nothing where there is nothing to say. */
export function sentences(say: string): Block[] {
  return say === '' ? [] : [sentence(say)]
}
