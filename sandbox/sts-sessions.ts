// The sessions that the street's STS has given out: makes credentials that look like AWS's, and remembers them for signed calls.
import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from './http-messages.js'
import type { AssumeRequest } from './sts-parameters.js'

export interface Session {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  expiresMs: number
  account: string
  arn: string
  /** AROA…:session name */
  userId: string
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function letters(bytes: Buffer, count: number): string {
  return Array.from({ length: count }, (_, index) => BASE32[(bytes[index] ?? 0) % 32]).join('')
}

/** The role's unique id: the same for the same role, as in IAM. */
function roleId(arn: string): string {
  return `AROA${letters(createHash('sha256').update(arn).digest(), 17)}`
}

export class Sessions {
  readonly #clock: Clock
  readonly #special: () => boolean
  readonly #byKey = new Map<string, Session>()

  constructor(clock: Clock, special: () => boolean = () => false) {
    this.#clock = clock
    this.#special = special
  }

  open(request: AssumeRequest): Session {
    const { partition, account, name, whole } = request.role
    // AWS gives whole seconds, rounded up: observed sessions last 3600 or 3601 s.
    const now = Math.ceil(this.#clock() / 1000)
    const session: Session = {
      accessKeyId: `ASIA${letters(randomBytes(16), 16)}`,
      secretAccessKey: this.#secretKey(),
      sessionToken: `IQoJb3JpZ2luX2Vj${randomBytes(570).toString('base64')}`,
      expiresMs: (now + request.durationSeconds) * 1000,
      account,
      arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${request.sessionName}`,
      userId: `${roleId(whole)}:${request.sessionName}`,
    }
    this.#byKey.set(session.accessKeyId, session)
    return session
  }

  #secretKey(): string {
    const key = randomBytes(30).toString('base64')
    return this.#special() ? `${key.slice(0, 39)}/` : key
  }

  find(accessKeyId: string): Session | undefined {
    return this.#byKey.get(accessKeyId)
  }
}
