// What came back from STS as facts or as evidence: reads the SDK's results and errors, and calls nobody.
import type { AssumeRoleWithWebIdentityCommandOutput } from '@aws-sdk/client-sts'
import { excerptOf, isHtml } from '../aws/http-answers.js'
import { rootError } from '../aws/sts-answers.js'
import { Secret } from '../model/secret.js'
import type { Failure, Headers, SessionFacts } from '../model.js'
import type { StsAnswer, StsRequest } from '../world.js'
import { retryAfterSeconds } from './retry-after.js'

/** What came back, whatever the SDK makes of it. */
export interface Answer {
  status: number
  headers: Headers
  body: Buffer
}

export interface SdkError {
  name?: string
  message?: string
  Code?: string
  code?: string
  syscall?: string
  $metadata?: { httpStatusCode?: number; requestId?: string }
}

export function sessionAnswer(
  output: AssumeRoleWithWebIdentityCommandOutput,
  request: StsRequest,
  answer: Answer | undefined,
): StsAnswer | undefined {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = output.Credentials ?? {}
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) return undefined
  if (![AccessKeyId, SecretAccessKey, SessionToken].every(canBeSent)) return undefined
  const date = answer?.headers['date'] ?? ''
  if (isOver(Expiration, date)) return undefined
  const arn = output.AssumedRoleUser?.Arn ?? ''
  const facts: SessionFacts = {
    arn,
    account: arn.split(':')[4] ?? '',
    expiration: Expiration?.toISOString() ?? '',
    provider: output.Provider ?? '',
    audience: output.Audience ?? '',
    subject: output.SubjectFromWebIdentityToken ?? '',
    region: request.region,
    requestId: output.$metadata.requestId ?? '',
  }
  const credentials = {
    accessKeyId: new Secret(AccessKeyId),
    secretAccessKey: new Secret(SecretAccessKey),
    sessionToken: new Secret(SessionToken),
  }
  return { session: { credentials, facts }, date, receivedAt: Date.now() }
}

/** Visible characters of ASCII: tools send them in headers (RFC 9110, section 5.5), and files have a line for each. */
function canBeSent(credential: string): boolean {
  return /^[!-~]+$/.test(credential)
}

/** By the clock of whoever answered, whatever this runner's says. */
function isOver(expiration: Date | undefined, date: string): boolean {
  return expiration !== undefined && expiration.getTime() <= Date.parse(date)
}

/** An error in STS's own words, or an answer that is none of STS's. */
export function refusalOf(thrown: SdkError, answer: Answer): Failure {
  const { status, headers, body } = answer
  const said = saidBy(thrown) ?? (status >= 300 ? rootError(body.toString('utf8')) : undefined)
  if (!said) return notSts(answer)
  return {
    kind: 'aws',
    status,
    code: said.code,
    message: said.message,
    requestId:
      headers['x-amzn-requestid'] ??
      headers['x-amz-request-id'] ??
      thrown.$metadata?.requestId ??
      '',
    ...retryAfterSeconds(headers, Date.now()),
    ...(headers['date'] ? { date: headers['date'] } : {}),
  }
}

/** What the SDK could read of it: AWS's form alone, an `Error` within an `ErrorResponse`. */
function saidBy(thrown: SdkError): { code: string; message: string } | undefined {
  const code = thrown.Code ?? thrown.name ?? ''
  const known = code !== '' && !/^(Unknown|UnknownError|SyntaxError|TypeError|Error)$/.test(code)
  return known ? { code, message: thrown.message ?? '' } : undefined
}

export function notSts(answer: Answer | undefined): Failure {
  const { status = 0, headers = {}, body = Buffer.alloc(0) } = answer ?? {}
  const text = body.toString('utf8')
  return {
    kind: 'not-sts',
    status,
    contentType: headers['content-type'] ?? '',
    server: headers['server'] ?? '',
    excerpt: isShowable(status, text) ? excerptOf(text) : '',
  }
}

/** What passes for a success may hold credentials that nobody has masked: then only a page is shown. */
function isShowable(status: number, body: string): boolean {
  if (/access.?key|secret|session.?token|eyJ/i.test(body)) return false
  return status >= 300 || isHtml(body)
}
