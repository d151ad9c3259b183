// Two texts line by line: what was taken away, what was added, and a little of what stands around it.

/** Beyond this the change is shown whole; a statement has some dozen lines. */
const LONGEST = 300

type Line = readonly [sign: ' ' | '-' | '+', text: string]

/** Lines that begin with a space, `-` or `+`, without the margin that all of them have; empty where nothing changed or too much is to be compared. */
export function diffOf(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length > LONGEST || now.length > LONGEST) return ''
  const lines = removalsFirst(longestCommon(old, now))
  const near = new Set(
    lines.flatMap((line, at) => (line[0] === ' ' ? [] : around(line, lines, at))),
  )
  const shown = lines.filter((_line, at) => near.has(at))
  const margin = Math.min(...shown.map(([, text]) => marginOf(text)))
  return lines
    .flatMap(([sign, text], at) => {
      if (near.has(at)) return [`${sign} ${text.slice(margin)}`]
      // Of a gap, one mark.
      return near.has(at - 1) && shownAfter(near, at) ? ['  …'] : []
    })
    .join('\n')
}

/** The lines about a change, and the one that opens the list that it stands in. */
function around([, own]: Line, lines: readonly Line[], at: number): number[] {
  const opening = lines.slice(0, at).findLastIndex(([, text]) => marginOf(text) < marginOf(own))
  const isList = lines[opening]?.[1].endsWith('[')
  return [isList ? opening : at, at - 1, at, at + 1]
}

/** Of lines that change one after the other, first all that go, then all that come. */
function removalsFirst(lines: readonly Line[]): Line[] {
  const sorted: Line[] = []
  let added: Line[] = []
  for (const line of lines) {
    if (line[0] === '+') added.push(line)
    else if (line[0] === '-') sorted.push(line)
    else {
      sorted.push(...added, line)
      added = []
    }
  }
  return [...sorted, ...added]
}

function shownAfter(near: ReadonlySet<number>, at: number): boolean {
  return [...near].some((one) => one > at)
}

function marginOf(text: string): number {
  return text.search(/\S|$/)
}

/** But for a comma, which a further member asks for: such lines stand side by side, the one as it was and the one as it is to be. */
function same(one: string | undefined, other: string | undefined): boolean {
  return one?.replace(/,$/, '') === other?.replace(/,$/, '')
}

/** The longest common subsequence, from the end to the front. */
function longestCommon(old: readonly string[], now: readonly string[]): Line[] {
  const common = old.map((): number[] => [])
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (const [i, row] of [...common.entries()].reverse()) {
    for (const j of [...now.keys()].reverse())
      row[j] = same(old[i], now[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  // Behind an end there is nothing, which is the same as no line, and has nothing in common.
  while (i < old.length || j < now.length) {
    if (same(old[i], now[j])) {
      const [before, after] = [old[i++] ?? '', now[j++] ?? '']
      if (before === after) lines.push([' ', after])
      else lines.push(['-', before], ['+', after])
    } else if (i < old.length && at(i + 1, j) >= at(i, j + 1)) lines.push(['-', old[i++] ?? ''])
    else lines.push(['+', now[j++] ?? ''])
  }
  return lines
}
