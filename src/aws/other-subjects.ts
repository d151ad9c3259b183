// Subjects of other issuers that many share, and the patterns for them, taken apart: whose they are, and of what.
import { isAll } from './github-pattern.js'
import { isWild } from './wildcard.js'

/** What a token of the issuer is of. */
type SubjectKind = 'project' | 'workspace' | 'pipeline' | 'service-account'

/** The parts of a subject or pattern in their order: first the group (organisation, namespace), then what is in it. */
interface SubjectForm {
  kind: SubjectKind
  /** Fits the subjects of this form. */
  is: RegExp
  /** The parts of a pattern; undefined where it ends before, or a star stands for them. */
  parts(pattern: string): readonly (string | undefined)[]
  /** A whole subject of these parts. */
  made(parts: readonly string[]): string
  /** The parts behind the group that have to be open for all of the group to be. */
  members: readonly number[]
}

const named =
  (...names: readonly string[]) =>
  (pattern: string): (string | undefined)[] =>
    names.map((name) => RegExp(`(?:^|:)${name}:([^:]+)`).exec(pattern)?.[1])

const FORMS: readonly SubjectForm[] = [
  {
    // GitLab docs, "Connect to cloud services", ID token payload: project_path:GROUP/PROJECT:ref_type:TYPE:ref:REF.
    kind: 'project',
    is: /^project_path:[^:]+:ref_type:/,
    parts(pattern) {
      const [, path = '*', rest] = /^project_path:([^:]*)(?::(.*))?$/s.exec(pattern) ?? []
      const slash = path.lastIndexOf('/')
      const [group, project] =
        slash < 0 ? [path, undefined] : [path.slice(0, slash), path.slice(slash + 1)]
      return [group, project, rest]
    },
    made: ([group, project, rest]) => `project_path:${group}/${project}:${rest}`,
    members: [1],
  },
  {
    // HCP Terraform docs, "Dynamic credentials", workload identity tokens. Names of workspaces are unique in an organisation.
    kind: 'workspace',
    is: /^organization:[^:]+:project:/,
    parts: named('organization', 'project', 'workspace', 'run_phase'),
    made: ([organization, project, workspace, phase]) =>
      `organization:${organization}:project:${project}:workspace:${workspace}:run_phase:${phase}`,
    members: [1, 2],
  },
  {
    // Buildkite docs, "OpenID Connect in Buildkite": organization:ORG:pipeline:PIPELINE:ref:REF:commit:SHA:step:KEY.
    kind: 'pipeline',
    is: /^organization:[^:]+:pipeline:/,
    parts(pattern) {
      const [organization, pipeline] = named('organization', 'pipeline')(pattern)
      return [organization, pipeline, /:pipeline:[^:]+:(.+)$/s.exec(pattern)?.[1]]
    },
    made: ([organization, pipeline, rest]) =>
      `organization:${organization}:pipeline:${pipeline}:${rest}`,
    members: [1],
  },
  {
    // Kubernetes docs, "Managing Service Accounts": system:serviceaccount:NAMESPACE:NAME.
    kind: 'service-account',
    is: /^system:serviceaccount:[^:]+:[^:]+$/,
    parts: (pattern) =>
      (/^system:serviceaccount:([^:]*)(?::([^:]*))?$/.exec(pattern) ?? [])
        .slice(1, 3)
        .concat('*')
        .slice(0, 2),
    made: ([namespace, name]) => `system:serviceaccount:${namespace}:${name}`,
    members: [1],
  },
]

export interface OtherPattern {
  kind: SubjectKind
  /** The group as the pattern has it; `*` where it is left open. */
  group: string
  /** Every group · groups with a similar name, or one name in every group · all of the group · less than that. */
  open: 'all' | 'similar' | 'group' | 'part'
  /** The pattern for all of the group. */
  whole: string
  /** A subject that it covers, the parts that are open filled in with `other`, or with those of `own` that come last. */
  sample(other: string, own: string): string
}

/** A pattern as one for subjects of the form that `own` has; undefined where that is no form known here. */
export function otherPattern(pattern: string, own: string): OtherPattern | undefined {
  const form = FORMS.find(({ is }) => is.test(own))
  if (!form) return undefined
  const parts = form.parts(pattern)
  const count = form.parts(own).length
  const all = Array.from({ length: count }, (_none, at) => parts[at] ?? '*')
  const [group = '*'] = all
  const inside = form.members.every((at) => isAll(all[at] ?? '*'))
  return {
    kind: form.kind,
    group,
    whole: form.made(all.map((_part, at) => (at === 0 ? group : '*'))),
    open: isWild(group) ? outside(form, group, inside) : inside ? 'group' : 'part',
    sample(other, ownSubject) {
      const ownParts = form.parts(ownSubject)
      const lastMember = Math.max(...form.members)
      const filled = all.map((part, at) =>
        isAll(part) && at > lastMember
          ? (ownParts[at] ?? other)
          : part.replaceAll('*', other).replaceAll('?', 'x'),
      )
      return form.made(filled)
    },
  }
}

/** A name in any group is anybody's who can make a group; of a cluster that is not everybody. */
function outside({ kind }: SubjectForm, group: string, inside: boolean): OtherPattern['open'] {
  return isAll(group) && (inside || kind !== 'service-account') ? 'all' : 'similar'
}
