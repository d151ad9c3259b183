// Who wrote each text of the evidence: none is a sentence of this project, so no cause can take one of ours apart.
import { expect, test } from '@jest/globals'
import { evidenceOf } from '../../evidence/read.js'
import { CAUSE_IDS } from '../../src/model/cause-ids.js'
import type { Failure, FailureOf } from '../../src/model.js'

type Join<K extends string, Path> = Path extends ''
  ? K
  : Path extends string
    ? `${K}.${Path}`
    : never

/** Evidence within evidence is listed under its own kind. */
type Members<T> = Exclude<keyof T, 'kind' | 'failure' | 'denial'> & string

/** The paths of all members that may hold any text; a union of texts is none. */
type TextPath<T> = T extends string
  ? string extends T
    ? ''
    : never
  : T extends readonly (infer U)[]
    ? TextPath<U>
    : T extends object
      ? string extends keyof T
        ? '*'
        : { [K in Members<T>]: Join<K, TextPath<NonNullable<T[K]>>> }[Members<T>]
      : never

type EvidencePath = { [K in Failure['kind']]: Join<K, TextPath<FailureOf<K>>> }[Failure['kind']]

/**
 * aws: STS's answers · node: Node, OpenSSL, the system, and in their place the edge (a limit of its own, a Node without proxies) · peer: whoever answered, and what it shows of itself · issuer:
 * tokens, documents and keys · person: inputs, policies and workflow files · runner: its files and variables · yaml: the
 * package's own message · reference: made here for machines (an ARN, JSON, a URL, a date), and read by none.
 */
type Author = 'aws' | 'node' | 'peer' | 'issuer' | 'person' | 'runner' | 'yaml' | 'reference'

/** Total over the evidence: a new text does not compile until somebody says who writes it. There is no "us" to choose. */
const AUTHORS: Readonly<Record<EvidencePath, Author>> = {
  'account.account': 'aws',
  'account.allowed': 'person',
  'address.addresses': 'node',
  'address.host': 'issuer',
  'audience-unusual.asked': 'person',
  'audience-unusual.usual': 'reference',
  'aws.code': 'aws',
  'aws.date': 'aws',
  'aws.message': 'aws',
  'aws.requestId': 'aws',
  'bug.message': 'node',
  'cache.freshness.prevents.directive': 'issuer',
  'cache.header': 'issuer',
  'cache.url': 'issuer',
  'certificate.host': 'issuer',
  'certificate.issuedBy': 'peer',
  'certificate.validTo': 'peer',
  'claim.audiences': 'issuer',
  'claim.claim': 'issuer',
  'claim.got': 'issuer',
  'claim.pattern': 'person',
  'claim.want': 'person',
  'deadline.running.region': 'person',
  'deadline.running.role': 'person',
  'discovery-field.fields.got': 'issuer',
  'discovery-field.fields.want': 'reference',
  'discovery-field.url': 'issuer',
  'document.contentType': 'peer',
  'document.excerpt': 'peer',
  'document.url': 'issuer',
  'event-not-told-apart.branch': 'issuer',
  'file.errno': 'node',
  'file.path': 'runner',
  'http.excerpt': 'peer',
  'http.headers.*': 'peer',
  'http.url': 'issuer',
  'input-empty.input': 'person',
  'input-empty.source.callers.calls.file': 'person',
  'input-empty.source.callers.calls.jobs': 'person',
  'input-empty.source.empty.dispatch.default': 'person',
  'input-empty.source.empty.from': 'person',
  'input-empty.source.empty.set.file': 'person',
  'input-empty.source.empty.set.job': 'person',
  'input-empty.source.empty.set.key': 'person',
  'input-empty.source.empty.text': 'person',
  'input-empty.source.environment': 'person',
  'input-empty.source.written': 'person',
  'inputs-withheld.inputs': 'person',
  'inputs-withheld.source.callers.calls.file': 'person',
  'inputs-withheld.source.callers.calls.jobs': 'person',
  'inputs-withheld.source.empty.dispatch.default': 'person',
  'inputs-withheld.source.empty.from': 'person',
  'inputs-withheld.source.empty.set.file': 'person',
  'inputs-withheld.source.empty.set.job': 'person',
  'inputs-withheld.source.empty.set.key': 'person',
  'inputs-withheld.source.empty.text': 'person',
  'inputs-withheld.source.environment': 'person',
  'inputs-withheld.source.written': 'person',
  'input.problems.given': 'person',
  'input.problems.input': 'person',
  'input.problems.source.callers.calls.file': 'person',
  'input.problems.source.callers.calls.jobs': 'person',
  'input.problems.source.empty.dispatch.default': 'person',
  'input.problems.source.empty.from': 'person',
  'input.problems.source.empty.set.file': 'person',
  'input.problems.source.empty.set.job': 'person',
  'input.problems.source.empty.set.key': 'person',
  'input.problems.source.empty.text': 'person',
  'input.problems.source.environment': 'person',
  'input.problems.source.written': 'person',
  'input.problems.want.arn': 'person',
  'input.problems.want.nearest': 'reference',
  'input.problems.want.partition': 'reference',
  'input.problems.want.region': 'person',
  'input.problems.want.rolePartition': 'person',
  'input.problems.want.values': 'reference',
  'issuer-unchecked.issuer': 'issuer',
  'issuer-unchecked.url': 'issuer',
  'issuer-url.url': 'issuer',
  'key.kid': 'issuer',
  'key.kids': 'issuer',
  'key.published': 'issuer',
  'key.url': 'issuer',
  'key.wrong.published': 'issuer',
  'network.addresses': 'node',
  'network.certificates.issuer': 'peer',
  'network.certificates.names': 'peer',
  'network.certificates.sha1': 'peer',
  'network.certificates.subject': 'peer',
  'network.certificates.validFrom': 'peer',
  'network.certificates.validTo': 'peer',
  'network.code': 'node',
  'network.detail': 'node',
  'network.host': 'issuer',
  'network.proxy': 'person',
  'not-sts.contentType': 'peer',
  'not-sts.excerpt': 'peer',
  'not-sts.server': 'peer',
  'profile-exists.others.path': 'runner',
  'profile-exists.others.profile': 'person',
  'profile-exists.path': 'runner',
  'profile-exists.profile': 'person',
  'profile-odd.path': 'runner',
  'profile-odd.profile': 'person',
  'region-fallback.region': 'person',
  'region-fallback.used': 'person',
  'token-file.errno': 'node',
  'token-file.path': 'person',
  'token.alg': 'issuer',
  'token.crit': 'issuer',
  'trust-denial.actions.has': 'person',
  'trust-denial.condition.actual': 'issuer',
  'trust-denial.condition.key': 'person',
  'trust-denial.condition.operator': 'person',
  'trust-denial.condition.wanted': 'person',
  'trust-denial.doubt.defaults': 'person',
  'trust-denial.denied.sid': 'person',
  'trust-denial.more.actual': 'issuer',
  'trust-denial.more.key': 'person',
  'trust-denial.more.operator': 'person',
  'trust-denial.more.wanted': 'person',
  'trust-denial.nearest.actual': 'issuer',
  'trust-denial.nearest.wanted': 'person',
  'trust-denial.principals.has': 'person',
  'trust-denial.principals.needs': 'reference',
  'trust-denial.source.address.logicalId': 'person',
  'trust-denial.source.address.resource': 'person',
  'trust-denial.source.address.role': 'person',
  'trust-denial.source.path': 'person',
  'trust-denial.statement.sid': 'person',
  'trust-denial.suggestion.diff': 'reference',
  'trust-denial.suggestion.statement': 'reference',
  'trust-differs.source.address.logicalId': 'person',
  'trust-differs.source.address.resource': 'person',
  'trust-differs.source.address.role': 'person',
  'trust-differs.source.path': 'person',
  'trust-ids-open.doubt.defaults': 'person',
  'trust-ids-open.made': 'person',
  'trust-ids-open.openings.example': 'reference',
  'trust-ids-open.openings.pattern': 'person',
  'trust-ids-open.openings.statement.sid': 'person',
  'trust-open.doubt.defaults': 'person',
  'trust-open.made': 'person',
  'trust-open.openings.example': 'reference',
  'trust-open.openings.of.actor': 'person',
  'trust-open.openings.of.group': 'person',
  'trust-open.openings.of.owner': 'person',
  'trust-open.openings.of.ownerId': 'person',
  'trust-open.openings.of.repository': 'person',
  'trust-open.openings.of.repositoryId': 'person',
  'trust-open.openings.patterns': 'person',
  'trust-open.openings.statement.sid': 'person',
  'trust-policy.condition': 'person',
  'trust-policy.defaults': 'person',
  'trust-policy.errno': 'node',
  'trust-policy.found.names': 'person',
  'trust-policy.message': 'yaml',
  'trust-policy.name': 'person',
  'trust-policy.role.logicalId': 'person',
  'trust-policy.role.resource': 'person',
  'trust-policy.role.role': 'person',
  'trust-policy.roles.logicalId': 'person',
  'trust-policy.roles.resource': 'person',
  'trust-policy.roles.role': 'person',
  'trust-policy.source.address.logicalId': 'person',
  'trust-policy.source.address.resource': 'person',
  'trust-policy.source.address.role': 'person',
  'trust-policy.source.path': 'person',
  'trust-undecided.source.address.logicalId': 'person',
  'trust-undecided.source.address.resource': 'person',
  'trust-undecided.source.address.role': 'person',
  'trust-undecided.source.path': 'person',
  'trust-undecided.undecided.condition.actual': 'issuer',
  'trust-undecided.undecided.condition.key': 'person',
  'trust-undecided.undecided.condition.operator': 'person',
  'trust-undecided.undecided.condition.wanted': 'person',
  'trust-undecided.undecided.flaw.element': 'person',
  'trust-undecided.undecided.flaw.value': 'person',
  'trust-undecided.undecided.json': 'person',
  'trust-undecided.undecided.statement.sid': 'person',
}

/** All texts in a value, each with its path. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([name]) => !['kind', 'failure', 'denial'].includes(name))
    .flatMap(([name, member]) => textsIn(member, `${path}.${path === 'http.headers' ? '*' : name}`))
}

test.each(CAUSE_IDS)(
  '%s: what nobody outside wrote is a word of a union, and no sentence',
  (id) => {
    const ours = evidenceOf(id)
      .flatMap(({ failure }) => textsIn(failure, failure.kind))
      .filter(([path]) => !Object.hasOwn(AUTHORS, path))
    expect(ours.filter(([, text]) => !/^[\w:-]*$/.test(text))).toEqual([])
  },
)
