// issuer-url-invalid: the issuer's URL has a form that an OIDC provider in IAM cannot have.
import { LONGEST_PROVIDER_URL } from '../aws/limits.js'
import type { IssuerUrlProblem, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { NO_KEY } from './shared/issuer.js'
import { createProvider, getProvider } from './shared/sts.js'

const PROBLEMS: Readonly<Record<IssuerUrlProblem, string>> = {
  unparsable: 'is no URL',
  scheme: 'does not begin with `https://`',
  query: 'has a query (`?…`)',
  fragment: 'has a fragment (`#…`)',
  port: 'has a port',
  'user-info': 'has a user name or password before the host',
  'trailing-slash': 'differs from the URL that was given only by the slash at its end',
  'too-long': `is longer than ${LONGEST_PROVIDER_URL} characters`,
}

export const issuerUrlInvalid = causeOf('issuer-url', {
  id: 'issuer-url-invalid',
  section: 'issuer',
  title: "the issuer's URL does not fit a provider in IAM",
  severity: 'error',
  retry: 'never',
  certainty: ({ problem }) => (problem === 'port' ? 'likely' : 'certain'),
  docs: ['iamProvider', 'oidcCore'],
  // The input `issuer` is not sent to STS: how it is spelled explains nothing that STS says.
  explains: ({ problem }) =>
    problem === 'trailing-slash' ? [] : [...NO_KEY, 'token-rejected', 'provider-not-found'],
  matches: () => true,
  explain: ({ url, problem }, known) => ({
    why: `${problem === 'port' ? 'Most likely AWS does not take this issuer: its' : 'The'} URL ${quote(url, 300)} ${PROBLEMS[problem]}. ${ruleOn(problem)}`,
    fix: problem === 'trailing-slash' ? slashFix(url, known) : urlSteps(url, problem, known),
    ...(problem === 'trailing-slash' ? { where: { input: 'issuer' } } : {}),
  }),
  page: {
    meaning: `The claim \`iss\` of the token is the issuer's URL, and IAM looks for a provider with exactly this URL. IAM takes https URLs with a host and perhaps a path; no query, no fragment, no user name, at most ${LONGEST_PROVIDER_URL} characters, and, as AWS's documentation has it, no port.`,
    tell: 'This is seen from the text of the URL alone, before anything is fetched. Where the URL is in order but the provider has another one, STS answers that there is no such provider (provider-not-found, token-rejected).',
  },
})

function ruleOn(problem: IssuerUrlProblem): string {
  if (problem === 'port')
    return "AWS's documentation says that the URL of a provider should not contain a port number. What settles it: whether `aws iam create-open-id-connect-provider` takes it."
  return problem === 'trailing-slash'
    ? 'For IAM these are two issuers: the provider has to have the URL that stands in the token, to the letter.'
    : 'IAM takes as provider only a URL of the form `https://host/path`, and compares it with the `iss` of the token to the letter.'
}

function urlSteps(url: string, problem: IssuerUrlProblem, known: Known): string[] {
  const fitting =
    /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#\s]+)(?::\d+)?(\/[^?#\s]*)?/i
  const [, host = '', path = ''] = fitting.exec(url) ?? []
  const wanted =
    host === '' || problem === 'too-long' ? 'https://host/path' : `https://${host}${path}`
  return [
    `Set the public URL of the issuer, in its own settings, to one that IAM takes: ${wanted}`,
    problem === 'port'
      ? 'Serve it on port 443, for example by a reverse proxy. Tokens and discovery document must then say the URL without the port.'
      : 'Tokens (`iss`) and discovery document (`issuer`) must then both say it.',
    `Give IAM a provider with it:\n${createProvider(known, wanted)}`,
  ]
}

function slashFix(url: string, known: Known): string[] {
  return [
    `Write the issuer as the token has it:\nwith:\n  issuer: ${url}`,
    `See that the provider in IAM has it in the same form:\n${getProvider(known)}`,
  ]
}
