// Roles of Kubernetes manifests: of ACK (`iam.services.k8s.aws`) and of Crossplane's providers, whose policy is JSON in a text.
import { markPlaceholders } from '../placeholders.js'
import { type FoundRole, namesOf } from '../roles.js'
import { isMembers, listOf, type Members, membersOf, textOf } from '../tree.js'

/** ACK's service controller for IAM; Crossplane's providers, of Upbound (`.m.`: of a namespace) and of the community. */
const API = /^iam\.(?:services\.k8s\.aws|aws\.(?:m\.)?(?:upbound|crossplane)\.io)\//

/** The roles of all manifests, lists included; undefined where none is a manifest. */
export function fromKubernetes(documents: readonly unknown[]): FoundRole[] | undefined {
  const manifests = documents
    .filter(isManifest)
    .flatMap((one) =>
      /List$/.test(textOf(one['kind']) ?? '') ? listOf(one['items']).filter(isManifest) : [one],
    )
  return documents.some(isManifest) ? manifests.flatMap(roleIn) : undefined
}

function isManifest(value: unknown): value is Members {
  return isMembers(value) && textOf(value['apiVersion']) !== undefined && 'kind' in value
}

function roleIn(manifest: Members): FoundRole[] {
  if (!API.test(textOf(manifest['apiVersion']) ?? '') || manifest['kind'] !== 'Role') return []
  const [metadata, spec] = [membersOf(manifest['metadata']), membersOf(manifest['spec'])]
  const given = isMembers(spec['forProvider']) ? spec['forProvider'] : spec
  const document = given['assumeRolePolicyDocument'] ?? given['assumeRolePolicy']
  // Crossplane's name of what is outside, where it is not that of the manifest.
  const external = membersOf(metadata['annotations'])['crossplane.io/external-name']
  const own = textOf(metadata['name'])
  const name = textOf(spec['name']) ?? textOf(external) ?? own
  const status = membersOf(manifest['status'])
  const arn = textOf(
    membersOf(status['ackResourceMetadata'])['arn'] ?? membersOf(status['atProvider'])['arn'],
  )
  return [
    {
      address: {
        in: 'kubernetes',
        resource: own === undefined ? 'Role' : `Role/${own}`,
      },
      document,
      placeholders: 'all',
      ...(name === undefined ? {} : namesOf(markPlaceholders(name, 'all'))),
      arn,
    },
  ]
}
