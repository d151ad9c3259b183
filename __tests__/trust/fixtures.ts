// The names in GitHub's trust policies, and the condition that pins a role to one subject.
export type Json = Readonly<Record<string, unknown>>

export const HOST = 'token.actions.githubusercontent.com'
export const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${HOST}`
export const ACTION = 'sts:AssumeRoleWithWebIdentity'
export const MAIN = 'repo:octo-org/octo-repo:ref:refs/heads/main'
export const sub = `${HOST}:sub`
export const aud = `${HOST}:aud`

export const pinned = (subject: unknown, more: Json = {}): Json => ({
  StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: subject, ...more },
})

/** The condition that lets in the token of the baseline, and no other subject. */
export const PINNED = pinned(MAIN)
