// A network of its own for the fault table, where root may make one: nothing but loopback, and routes on which packets get lost.
import { spawnSync } from 'node:child_process'

/** Of the networks for documentation (RFC 5737): nobody is there. */
export const DROPPED = '198.51.100.7'
export const UNREACHABLE = '203.0.113.7'
export const PROHIBITED = '192.0.2.7'

/** What is sent to a tunnel that nobody holds open is dropped without a word. */
const SET_UP = [
  'ip link set lo up',
  'ip tuntap add nowhere mode tun',
  'ip link set nowhere up',
  `ip route add ${DROPPED} dev nowhere`,
  `ip route add unreachable ${UNREACHABLE}`,
  `ip route add prohibit ${PROHIBITED}`,
]

/** Set for the process that runs in that network. */
const INSIDE = 'FAULTS_NETWORK'

export const isInside = (): boolean => process.env[INSIDE] === 'own'

/** Runs this very process again in a network of its own, and tells how that ended; undefined: none can be made here. */
export function runInside(): number | undefined {
  const within = (script: string) =>
    spawnSync('unshare', ['-n', 'sh', '-c', script], {
      stdio: 'inherit',
      env: { ...process.env, [INSIDE]: 'own', PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
    }).status
  const setUp = SET_UP.join(' && ')
  if (within(`(${setUp}) 2>/dev/null`) !== 0) return undefined
  const words = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  return within(`${setUp} && exec ${quoted.join(' ')}`) ?? 1
}
