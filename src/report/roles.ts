// Several roles as one table, one line each for the log, and one object for who reads the outputs and the report file.
import type { Report, RoleVerdict } from '../model.js'
import { count, oneLine, quote } from '../text.js'
import { prose } from './html.js'
import { details } from './markdown.js'

/** Of each role by its name; without secrets. */
export interface SessionFactsByName {
  [name: string]: {
    ready: boolean
    causes: readonly string[]
    'aws-account-id': string
    'authenticated-arn': string
    'aws-expiration': string
  }
}

export function sessionsByName({ roles }: Pick<Report, 'roles'>): SessionFactsByName {
  return Object.fromEntries(
    roles.map(({ name, ready, causes, session }) => [
      name,
      {
        ready,
        causes,
        'aws-account-id': session?.account ?? '',
        'authenticated-arn': session?.arn ?? '',
        'aws-expiration': session?.expiration ?? '',
      },
    ]),
  )
}

/** Rows of red roles that stay open: what is to be done about them is to stand on the same screen. */
const MOST_OPEN = 10

/** Those that failed, to be read before what to do about them; closed, where one thing has failed them all. */
export function redRoles({ roles, findings }: Pick<Report, 'roles' | 'findings'>): string[] {
  const red = roles.filter(({ ready }) => !ready)
  if (red.length === 0) return []
  if (findings[0]?.roles === undefined)
    return [details(`❌ ${count(red.length, 'role')} not signed in`, table(red))]
  const more = red.slice(MOST_OPEN)
  return [
    table(red.slice(0, MOST_OPEN)),
    ...(more.length > 0 ? [details(`❌ ${count(more.length, 'more role')}`, table(more))] : []),
  ]
}

/** The others, closed. */
export function greenRoles({
  roles,
  ready,
  failed,
}: Pick<Report, 'roles' | 'ready' | 'failed'>): string[] {
  const green = roles.filter((role) => role.ready)
  const but = ready && !failed ? '' : ', but no profile was written: all or none'
  return green.length > 0
    ? [details(`✅ ${count(green.length, 'role')} signed in${but}`, table(green))]
    : []
}

function table(roles: readonly RoleVerdict[]): string {
  return [
    '| | role | account | verdict | region | until |',
    '|---|---|---|---|---|---|',
    ...roles.map(row),
  ].join('\n')
}

function row({ name, role, ready, causes, region, session }: RoleVerdict): string {
  const cells = [
    ready ? '✅' : '❌',
    prose(quote(name)),
    prose(oneLine(session?.account || role.account)),
    prose(ready ? 'signed in' : causeText(causes)),
    prose(oneLine(region)),
    prose(oneLine(session?.expiration ?? '')),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The worst is the reason. */
function causeText([first]: RoleVerdict['causes']): string {
  return first ?? 'not tried'
}

/** One for the log. */
export function roleLine({ name, ready, causes, session, region }: RoleVerdict): string {
  if (!session) return `Role ${quote(name)}: not signed in (${causeText(causes)})`
  const until = oneLine(session.expiration)
  const as = `signed in as ${quote(session.arn)} in ${oneLine(region)} until ${until}`
  return `Role ${quote(name)}: ${as}${ready ? '' : `, but not ready (${causeText(causes)})`}`
}
