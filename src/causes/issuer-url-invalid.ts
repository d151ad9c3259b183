// issuer-url-invalid: the issuer's URL has a form that an OIDC provider in IAM cannot have.
import { LONGEST_PROVIDER_URL } from '../aws/limits.js'
import type { Block, FailureOf, IssuerUrlProblem, Known, Step } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { NO_KEY } from './shared/issuer.js'
import { createProvider, getProvider } from './shared/sts.js'

const PROBLEMS: Readonly<Record<Exclude<IssuerUrlProblem, 'trailing-slash'>, string>> = {
  unparsable: 'is not a URL',
  scheme: 'does not begin with `https://`',
  query: 'has a query (`?…`)',
  fragment: 'has a fragment (`#…`)',
  port: 'has a port',
  'user-info': 'has a user name or password before the host',
  'too-long': `is longer than ${LONGEST_PROVIDER_URL} characters`,
}

export const issuerUrlInvalid = causeOf('issuer-url', {
  id: 'issuer-url-invalid',
  section: 'issuer',
  atIssuer: ({ problem }) => problem !== 'trailing-slash',
  title: "the issuer's URL does not fit a provider in IAM",
  severity: 'error',
  retry: 'never',
  certainty: ({ problem }) => (problem === 'port' ? 'likely' : 'certain'),
  docs: ['iamProvider', 'oidcCore'],
  // The input `issuer` is not sent to STS: how it is spelled explains nothing that STS says.
  explains: ({ problem }) =>
    problem === 'trailing-slash' ? [] : [...NO_KEY, 'token-rejected', 'provider-not-found'],
  matches: () => true,
  explain: ({ url, problem }, known) =>
    problem === 'trailing-slash'
      ? explainSlash(url, known)
      : {
          headline: `the issuer's URL ${quote(url, 60)} ${PROBLEMS[problem]}`,
          shown: ruleOn(problem),
          steps: urlSteps({ url, problem }, known),
          stop: 'Issuer: its URL',
        },
  page: {
    meaning: `The claim \`iss\` of the token is the issuer's URL, and IAM looks for a provider with exactly this URL. IAM accepts https URLs with a host and perhaps a path: no query, no fragment, no user name, at most ${LONGEST_PROVIDER_URL} characters, and, according to AWS's documentation, no port.`,
    tell: 'This is seen from the text of the URL alone, before anything is fetched. If the URL is fine but the provider has another one, STS answers that there is no such provider (provider-not-found, token-rejected).',
  },
})

function ruleOn(problem: IssuerUrlProblem): Block[] {
  const say =
    problem === 'port'
      ? "AWS's documentation says of a provider: “The URL should not contain a port number.”"
      : 'IAM accepts only `https://host/path`, and compares it with `iss` character by character.'
  return [{ show: 'sentence', say }]
}

type Url = Pick<FailureOf<'issuer-url'>, 'url' | 'problem'>

function urlSteps({ url, problem }: Url, known: Known): Step[] {
  const fitting =
    /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#\s]+)(?::\d+)?(\/[^?#\s]*)?/i
  const [, host = '', path = ''] = fitting.exec(url) ?? []
  const wanted =
    host === '' || problem === 'too-long' ? 'https://host/path' : `https://${host}${path}`
  const port = problem === 'port'
  const same = 'Tokens (`iss`) and discovery document (`issuer`) must then both name it.'
  return [
    ...(port ? [tryPort(url, known)] : []),
    {
      say: `Set the public URL of the issuer, in its own settings, to ${port ? 'one without a port' : 'one that IAM accepts'}`,
      code: oneLine(wanted, 1000),
      language: 'text',
      then: port ? `Serve it on port 443, for example through a reverse proxy. ${same}` : same,
    },
    {
      say: 'Create a provider with that URL in IAM',
      code: createProvider(known, wanted),
      language: 'sh',
    },
  ]
}

/** Only IAM itself settles what its documentation says should not be. */
function tryPort(url: string, known: Known): Step {
  return {
    say: 'Try whether IAM accepts the URL as it is',
    code: createProvider(known, url),
    language: 'sh',
    then: 'If it does, or has such a provider already, the port is not the reason.',
  }
}

function explainSlash(url: string, known: Known): Explanation {
  const given = known.inputs?.issuer ?? ''
  const at = Math.min(url.length, given.length)
  return {
    headline: 'the input `issuer` and the token differ only in the trailing slash',
    shown: [
      {
        show: 'difference',
        wanted: { label: 'token', value: url, at },
        actual: { label: 'input', value: given, at },
      },
      { show: 'sentence', say: 'For IAM these are two issuers.' },
    ],
    steps: [
      {
        say: 'Write the issuer as the token has it',
        code: `with:\n  issuer: ${oneLine(url, 1000)}`,
        language: 'yaml',
      },
      {
        say: 'Check that the provider in IAM has it in the same form',
        code: getProvider(known),
        language: 'sh',
      },
    ],
    stop: 'Issuer: the input `issuer`',
    where: { input: 'issuer' },
  }
}
