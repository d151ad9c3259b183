// Two texts line by line: what was taken away, what was added, and a little of what stands around it.

/** Beyond this the change is shown whole; a statement has some dozen lines. */
const LONGEST = 300
const AROUND = 1

type Line = readonly [sign: ' ' | '-' | '+', text: string]

/** Lines that begin with a space, `-` or `+`, without the margin that all of them have; empty where nothing changed or too much is to be compared. */
export function diffOf(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (before === after || old.length > LONGEST || now.length > LONGEST) return ''
  const lines = removalsFirst(longestCommon(old, now))
  const near = new Set(lines.flatMap(([sign], at) => (sign === ' ' ? [] : around(lines, at))))
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
function around(lines: readonly Line[], at: number): number[] {
  const margin = marginOf(lines[at]?.[1] ?? '')
  const opening = lines.findLastIndex(([, text], index) => index < at && marginOf(text) < margin)
  const isList = lines[opening]?.[1].endsWith('[')
  const near = Array.from({ length: 2 * AROUND + 1 }, (_none, step) => at - AROUND + step)
  return [...(isList ? [opening] : []), ...near]
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
  const common = old.map(() => new Array<number>(now.length + 1).fill(0))
  common.push(new Array<number>(now.length + 1).fill(0))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = common[i] as number[]
      row[j] = same(old[i], now[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && same(old[i], now[j])) {
      const [before, after] = [old[i++] ?? '', now[j++] ?? '']
      if (before === after) lines.push([' ', after])
      else lines.push(['-', before], ['+', after])
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(['-', old[i++] ?? ''])
    } else lines.push(['+', now[j++] ?? ''])
  }
  return lines
}
