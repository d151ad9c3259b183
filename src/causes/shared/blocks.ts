// Blocks that many causes show.
import type { Block } from '../../model.js'

export function sentence(say: string): Block {
  return { show: 'sentence', say }
}

/** Nothing where there is nothing to say. */
export function sentences(say: string): Block[] {
  return say === '' ? [] : [sentence(say)]
}
