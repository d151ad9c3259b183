// Whom an opening of a trust policy allows, in words: as a headline says it, and at length.
import { isAll } from '../../aws/github-pattern.js'
import type { OpeningOf, TrustOpening } from '../../model.js'
import { quote } from '../../text.js'
import { claimOf } from './trust.js'

type Words = (opening: TrustOpening) => string
type Kind = Extract<OpeningOf, { kind: unknown }>['kind']

const NOUNS: Readonly<Record<Kind, string>> = {
  project: 'project',
  workspace: 'workspace',
  pipeline: 'pipeline',
  'service-account': 'service account',
}

/** What the opening is of: repositories, or what another issuer has in their place. */
function nounOf({ of }: TrustOpening): string {
  return of && 'kind' in of ? NOUNS[of.kind] : 'repository'
}

function ownerOf({ of }: TrustOpening): string {
  if (!of) return 'this owner'
  if ('ownerId' in of) return `owner id ${quote(of.ownerId, 30)}`
  if ('group' in of) return quote(of.group, 40)
  return quote('owner' in of ? of.owner : '', 40)
}

/** With a star for its name, every repository of an owner. */
function repositoryOf({ of }: TrustOpening): string {
  if (!of) return 'the repository'
  if ('repositoryId' in of) return `repository id ${quote(of.repositoryId, 30)}`
  if ('ownerId' in of) return `every repository of owner id ${quote(of.ownerId, 30)}`
  const text = 'repository' in of ? of.repository : ''
  const [owner = '', name = ''] = text.split('/')
  return isAll(name) ? `every repository of ${quote(owner, 40)}` : quote(text, 60)
}

/** `main*` of a pattern for branches. */
function branchOf({ patterns, example }: TrustOpening): string {
  const branch = patterns.flatMap((one) => /:ref:refs\/heads\/([^:]+)$/.exec(one)?.[1] ?? [])[0]
  return quote(branch ?? /refs\/heads\/(.+)$/.exec(example)?.[1] ?? example, 40)
}

function actorOf({ of }: TrustOpening): string {
  return quote(of && 'actor' in of ? of.actor : '', 40)
}

/** In a headline. */
const SHORT: Readonly<Record<TrustOpening['who'], Words>> = {
  'any-subject': () => 'every token of this issuer',
  'any-repository': () => 'every repository on GitHub',
  'any-repository-of-actor': (one) => `every repository in which ${actorOf(one)} starts a run`,
  'any-repository-of-enterprise': () => 'every repository of the enterprise',
  'similar-owners': (one) =>
    nounOf(one) === 'repository'
      ? `every owner named like ${ownerOf(one)}`
      : `every ${nounOf(one)} of ${ownerOf(one)}`,
  organisation: (one) => `every ${nounOf(one)} of ${ownerOf(one)}`,
  'similar-repositories': (one) => `every repository named like ${repositoryOf(one)}`,
  'any-branch': (one) => `every branch of ${repositoryOf(one)}`,
  'similar-branches': (one) => `branches named like ${branchOf(one)} of ${repositoryOf(one)}`,
  'pull-requests': (one) => `pull requests of ${repositoryOf(one)}`,
  'any-audience': () => 'any audience',
  'for-all-values': ({ example }) => `tokens without ${quote(claimOf(example), 40)}`,
}

export function openingWords(opening: TrustOpening): string {
  return SHORT[opening.who](opening)
}

const LONG: Readonly<Record<TrustOpening['who'], Words>> = {
  'any-subject': ({ example }) =>
    `every token of this issuer, of anybody, for example ${quote(example)}`,
  'any-repository': ({ example }) =>
    `every repository on GitHub, of anybody, for example ${quote(example)}`,
  'any-repository-of-actor': (one) =>
    `every repository on GitHub in which ${actorOf(one)} starts a run: anybody can make a workflow that a comment or a star of theirs starts`,
  'any-repository-of-enterprise': ({ example }) =>
    `every repository of every organisation of the enterprise, for example ${quote(example)}`,
  'similar-owners': (one) =>
    nounOf(one) === 'repository'
      ? `owners whose name fits ${ownerOf(one)}, also one registered tomorrow, for example ${quote(one.example)}`
      : `every ${nounOf(one)} whose group fits ${ownerOf(one)}, for example ${quote(one.example)}`,
  organisation: (one) =>
    `every ${nounOf(one)} of ${ownerOf(one)}, also one created tomorrow, for example ${quote(one.example)}`,
  'similar-repositories': (one) =>
    `repositories whose name fits ${repositoryOf(one)}, for example ${quote(one.example)}`,
  'any-branch': (one) => `any branch of ${repositoryOf(one)}, also one that nobody has reviewed`,
  'similar-branches': (one) =>
    `any branch of ${repositoryOf(one)} whose name fits ${branchOf(one)}, for example ${quote(one.example)}`,
  'pull-requests': (one) =>
    `pull requests of ${repositoryOf(one)}, before anybody has merged them (from forks too, where a private repository sends those write tokens)`,
  'any-audience': () =>
    'tokens for any other audience that the OIDC provider lists: there is no condition on `aud`',
  'for-all-values': ({ example }) =>
    `a token that lacks ${quote(example)}: \`ForAllValues:\` holds, too, where the key is missing`,
}

export function openingAtLength(opening: TrustOpening): string {
  return LONG[opening.who](opening)
}
