// The encodings in which a service may echo a secret: base64 and base64url at each alignment, hex, percent-encoding, JSON.

/** A shorter piece of an encoding is too likely to stand in other texts. */
const SHORTEST = 10

/** Without the secret itself, each form once. Those that would be the secret again are left out. */
export function encodedForms(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const json = JSON.stringify(secret).slice(1, -1)
  const forms = [
    ...base64Forms(bytes),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    json,
    json.replaceAll('/', '\\/'),
    ...percentForms(secret),
  ]
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST && form !== secret)
}

/**
 * Base64 takes three bytes at a time, so a secret within other bytes looks different at each of three places. Of each, the
 * part that the neighbours have no share in (as the runner's own ValueEncoders do, actions/runner).
 */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const inner = bytes.subarray(shift)
    const whole = inner.subarray(0, inner.length - (inner.length % 3))
    return [whole.toString('base64'), whole.toString('base64url')]
  })
}

/** As encodeURIComponent has it, as forms have it (blanks as `+`), both with lower-case hex too, and encoded twice. */
function percentForms(secret: string): string[] {
  // A lone surrogate has no such form.
  const percent = encodeURIComponent(secret.toWellFormed())
  const lower = percent.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())
  const once = [percent, lower].flatMap((form) => [form, form.replaceAll('%20', '+')])
  return [...once, encodeURIComponent(percent)]
}
