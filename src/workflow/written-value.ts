// What the file gives an input, against what the run was given: where they differ, the file is of another version, or the step another one.

/** Whether the value can be what the run was given. `plain`: without quotes, so that YAML reads numbers, booleans and null in it. */
export function canBecome(written: string, plain: boolean, given: string): boolean {
  const text = written.trim()
  const start = text.indexOf('${{')
  if (start >= 0) {
    // What expressions become is not known here; what stands before and behind them stays.
    const [head, tail] = [text.slice(0, start), text.slice(text.lastIndexOf('}}') + 2)]
    return (
      given.length >= head.length + tail.length && given.startsWith(head) && given.endsWith(tail)
    )
  }
  if (text === given) return true
  if (!plain) return false
  if (/^(~|null|Null|NULL)?$/.test(text)) return given === ''
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === given
  return /^[-+]?[\d.]/.test(text) && given !== '' && Number(text) === Number(given)
}
