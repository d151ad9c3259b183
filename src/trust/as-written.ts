// A changed statement of a template, with the functions that it was written with wherever the change left a value as it was.
import { isMembers, type Members } from './tree.js'

/** `made` is what came of `written`, and `draft` a change of it. */
export function asWritten(draft: unknown, made: unknown, written: unknown): unknown {
  if (written === undefined || isSame(draft, written)) return draft
  if (isSame(draft, made)) return written
  if (Array.isArray(draft)) return draft.map((one) => elementAsWritten(one, made, written))
  if (!isMembers(draft) || !isMembers(made) || !isMembers(written)) return draft
  return membersAsWritten(draft, made, written)
}

function membersAsWritten(draft: Members, made: Members, written: Members): unknown {
  return Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      name in made && name in written ? asWritten(value, made[name], written[name]) : value,
    ]),
  )
}

/** One value may have become a list, or a list has one value more. */
function elementAsWritten(element: unknown, made: unknown, written: unknown): unknown {
  if (!Array.isArray(made)) return isSame(element, made) ? written : element
  const at = made.findIndex((one) => isSame(element, one))
  // A function that gave the whole list stands for none of its values alone.
  return Array.isArray(written) && written.length === made.length
    ? (written[at] ?? element)
    : element
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
