// Two texts line by line: what was taken away, what was added, and a little of what stands around it.

/** Beyond this the change is shown whole; a statement has some dozen lines. */
const LONGEST = 300
const AROUND = 2

type Line = readonly [sign: ' ' | '-' | '+', text: string]

/** Lines that begin with a blank, `-` or `+`; empty where nothing changed or too much is to be compared. */
export function diffOf(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (before === after || old.length > LONGEST || now.length > LONGEST) return ''
  const lines = longestCommon(old, now)
  const near = (at: number): boolean =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(([sign]) => sign !== ' ')
  const shown = lines.map(([sign, text], at) => (near(at) ? `${sign} ${text}` : ''))
  return shown.filter((line) => line !== '').join('\n')
}

/** The longest common subsequence, from the end to the front. */
function longestCommon(old: readonly string[], now: readonly string[]): Line[] {
  const common = old.map(() => new Array<number>(now.length + 1).fill(0))
  common.push(new Array<number>(now.length + 1).fill(0))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = common[i] as number[]
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push([' ', old[i++] ?? ''])
      j++
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(['-', old[i++] ?? ''])
    } else lines.push(['+', now[j++] ?? ''])
  }
  return lines
}
