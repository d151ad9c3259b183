// docs/reliability.md: what is promised, and the table of what came of each fault.
import { isRight, type Told } from './fault-cells.js'
import { SERVICES, type Service } from './fault-rows.js'
import { TRIES } from './fault-street.js'

const TITLES: Readonly<Record<Service, string>> = {
  token: 'The token service',
  discovery: 'The discovery document, for this runner and for STS',
  'discovery-here': 'The discovery document, for this runner alone',
  jwks: 'The keys (JWKS), for this runner and for STS',
  sts: 'STS',
  'proxy-token': 'The proxy, on the way to the token service',
  'proxy-issuer': 'The proxy, on the way to the issuer',
  'proxy-sts': 'The proxy, on the way to STS',
}

const NOTES: Partial<Readonly<Record<Service, string>>> = {
  'discovery-here':
    'STS gets the documents all the same and signs in, so what is found is a warning: the step passes.',
  jwks: 'Names, connections and certificates: of a host of their own. All else: of the host that serves the discovery document too.',
  'proxy-issuer':
    'STS does not use this proxy and signs in, so what is found is a warning: the step passes.',
}

const TABLE = [
  '| Of | Fault | Cause | Exit | Exported | Requests | Ended |',
  '|---|---|---|---|---|---|---|',
]

/** Written by `npm run faults`; nothing in it depends on how fast the machine is. */
export function faultPage(all: readonly Told[]): string {
  const wrong = all.filter((told) => !isRight(told)).length
  const kinds = new Set(all.map(({ group, row }) => `${group}/${row.name}`)).size
  const services = SERVICES.filter((service) => all.some((told) => told.service === service))
  return `${[
    '# Reliability: every fault, and what comes of it',
    '',
    'This is promised of every run, whatever the services do that it talks to:',
    '',
    '- **It ends.** Each request has a limit of its own: 10 s for the token, 5 s for each document of the issuer, 20 s for STS. `action-timeout-s` limits the whole step.',
    '- **It exports nothing unless it is ready.** Credentials and outputs of the session come last, all or nothing.',
    '- **It names the fault.** One cause for one fault: no crash, no stack trace, and not `unknown`.',
    '',
    `\`npm run faults\` proves it and writes this page. It runs the built action as the runner would, against the services of \`sandbox/\`, and breaks one of them at a time: ${kinds} faults, ${all.length} runs, of which ${wrong === 0 ? 'each' : `all but ${wrong}`} ended as it has to. A part of them runs in \`npm test\` (\`__tests__/faults.test.ts\`).`,
    '',
    `Nothing is tried again in these runs (\`retry-max-attempts: 1\`, \`action-timeout-s: 0\`), except under "Tried again": there the cause decides, with \`retry-max-attempts: ${TRIES}\`.`,
    '',
    '- **Cause**: what the step found; none means that it was ready without a word, "or" that who is faster decides: the connection is opened ahead of its request. The cause has [a page](causes/README.md).',
    '- **Requests**: how many of them the service has seen, or, for a proxy, how many tunnels it was asked for.',
    '- **Ended**: at once, or by the limit of a request, within so many seconds.',
    '',
    ...services.flatMap((service) => [
      `## ${TITLES[service]}`,
      '',
      ...(NOTES[service] ? [NOTES[service], ''] : []),
      ...TABLE,
      ...all.filter((told) => told.service === service).map(rowOf),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`
}

function rowOf(told: Told): string {
  const { group, row, exit, causes, exported, chance } = told
  const sure = causes.map((id) => `\`${id}\``).join(', ') || 'none'
  const cause = chance === undefined ? sure : `${sure}, or \`${chance}\``
  const cells = [
    group,
    row.name,
    isRight(told) ? cause : `**${cause}**`,
    exit === null ? 'never' : String(exit),
    exported ? 'yes' : 'no',
    askedText(told),
    endedText(told),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Of several, chance decides how many there are. */
function askedText({ asked }: Told): string {
  return asked > 3 ? 'several' : String(asked)
}

function endedText({ limitSeconds }: Told): string {
  return limitSeconds === undefined ? 'at once' : `within ${limitSeconds} s`
}
