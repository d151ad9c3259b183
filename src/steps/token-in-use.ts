// The token that sign-ins send: renewed when it nears its end, once for all of them.
import { secondsOf } from '../aws/token-rules.js'
import type { Result, Token } from '../model.js'
import type { Run } from '../run/run.js'

/** A token with less than this left is not sent again. */
const LEAST_LEFT_MS = 60_000

export class TokenInUse {
  readonly #run: Run
  readonly #renew: () => Promise<Result<Token>>
  #token: Token
  #sent = false
  #renewing: Promise<Result<Token>> | undefined

  /** `renew` asks for another one. */
  constructor(run: Run, token: Token, renew: () => Promise<Result<Token>>) {
    this.#run = run
    this.#token = token
    this.#renew = renew
  }

  /** To be sent now; `refused`: STS has called that one expired. */
  async next(refused?: Token): Promise<Result<Token>> {
    const isSpent =
      this.#token === refused || leftMs(this.#token, this.#run.world.clock.now()) < LEAST_LEFT_MS
    if (this.#sent && isSpent) {
      this.#renewing ??= this.#renewed().finally(() => {
        this.#renewing = undefined
      })
      const renewed = await this.#renewing
      if (!renewed.ok) return renewed
    }
    this.#sent = true
    return { ok: true, value: this.#token }
  }

  async #renewed(): Promise<Result<Token>> {
    const renewed = await this.#renew()
    if (!renewed.ok) return renewed
    this.#token = renewed.value
    // The checks are to judge the token that STS judges.
    this.#run.log.learn({ token: renewed.value.facts })
    return renewed
  }
}

/** Infinite for a token without a readable `exp`, or from a file, which cannot be renewed here. */
function leftMs({ facts }: Token, now: number): number {
  const exp = secondsOf(facts.claims['exp'])
  return facts.source === 'runner' && exp !== undefined
    ? exp * 1000 - now
    : Number.POSITIVE_INFINITY
}
