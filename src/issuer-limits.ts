// How long STS gives an issuer, in ms: what the runner waits for it, and from when on it is called slow.

/** STS gives up after about this for both documents together (AWS re:Post, iam-sts-invalididentitytoken); longer than that need not be waited. */
export const ISSUER_LIMIT_MS = 5000
/** Leaves room for a way that is longer than the runner's. */
export const SLOW_MS = 2000
