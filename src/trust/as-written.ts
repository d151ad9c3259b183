// A changed statement of a template, with the functions that it was written with wherever the change left a value as it was.
import { isMembers, listOf, type Members } from './tree.js'

/**
 * `made` is what came of `written`, and `draft` a change of it. Undefined where the change would take a function apart, or
 * away: what this deployment makes of it would then stand for all of them.
 */
export function asWritten(draft: unknown, made: unknown, written: unknown): unknown {
  if (written === undefined || isSame(draft, written)) return draft
  if (isSame(draft, made)) return written
  if (Array.isArray(draft)) return listAsWritten(draft, made, written)
  if (isFunction(written, made)) return undefined
  if (!isMembers(draft) || !isMembers(made) || !isMembers(written)) return draft
  return membersAsWritten(draft, made, written)
}

function membersAsWritten(draft: Members, made: Members, written: Members): unknown {
  // A function gave all of them, or whether one is there.
  if (Object.keys(made).length !== Object.keys(written).length) return undefined
  if (Object.keys(made).some((name) => !(name in written))) return undefined
  const all = Object.entries(draft).map(
    ([name, value]) =>
      [name, name in made ? asWritten(value, made[name], written[name]) : value] as const,
  )
  return all.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(all)
}

/** One value may have become a list, or a list has one value more. */
function listAsWritten(draft: readonly unknown[], made: unknown, written: unknown): unknown {
  const [before, texts] = [listOf(made), listOf(written)]
  // A function gave the whole list, or whether a value is in it.
  if (Array.isArray(made) !== Array.isArray(written) || before.length !== texts.length)
    return undefined
  const isKept = (value: unknown): boolean => draft.some((one) => isSame(one, value))
  if (texts.some((text, at) => isFunction(text, before[at]) && !isKept(before[at])))
    return undefined
  return draft.map((element) => texts[before.findIndex((one) => isSame(element, one))] ?? element)
}

function isFunction(written: unknown, made: unknown): boolean {
  return isMembers(written) && !isMembers(made)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
