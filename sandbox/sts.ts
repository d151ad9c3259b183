// AWS STS of the street as a function of the call: the Query protocol, its two actions, and how an answer is written.
import { randomUUID } from 'node:crypto'
import type { StsFault } from './faults.js'
import type { Answer, Call } from './http-messages.js'
import { assumeRole, type StsOptions } from './sts-assume.js'
import { callerOf } from './sts-caller.js'
import { Refusal } from './sts-errors.js'
import { document, type XmlElements } from './xml.js'

const API_VERSION = '2011-06-15'
const NAMESPACE = `https://sts.amazonaws.com/doc/${API_VERSION}/`
const FAULT_NAMESPACE = 'http://webservices.amazon.com/AWSFault/2005-15-09'

async function callerIdentity(options: StsOptions, call: Call): Promise<XmlElements> {
  const session = await callerOf(call, options.sessions, options.clock)
  return { Arn: session.arn, UserId: session.userId, Account: session.account }
}

async function result(options: StsOptions, call: Call, form: URLSearchParams, action: string) {
  switch (action) {
    case 'AssumeRoleWithWebIdentity':
      return assumeRole(options, form)
    case 'GetCallerIdentity':
      return callerIdentity(options, call)
    default:
      throw unknownAction(action, form.get('Version'))
  }
}

class UnknownAction extends Refusal {}

function unknownAction(action: string, version: string | null): UnknownAction {
  if (action === '') return new UnknownAction(400, 'MissingAction', 'Missing Action')
  const message = `Could not find operation ${action} for version ${version ?? 'NO_VERSION_SPECIFIED'}`
  return new UnknownAction(400, 'InvalidAction', message)
}

function xml(status: number, requestId: string, body: string): Answer {
  const headers = { 'x-amzn-requestid': requestId, 'content-type': 'text/xml' }
  return { status, headers, body }
}

function refusalAnswer(refusal: Refusal, requestId: string): Answer {
  const { status, code, message } = refusal
  const within = refusal instanceof UnknownAction ? FAULT_NAMESPACE : NAMESPACE
  const Type = status >= 500 ? 'Receiver' : 'Sender'
  const error = { Type, Code: code, Message: message }
  return xml(
    status,
    requestId,
    document('ErrorResponse', within, { Error: error, RequestId: requestId }),
  )
}

/** Parameters come in the body of a POST or in the query; a POST's query counts too, as at AWS. */
export function parameters(call: Call): URLSearchParams {
  return new URLSearchParams([...call.query, ...new URLSearchParams(call.body)])
}

export async function answerSts(
  options: StsOptions,
  call: Call,
  fault: StsFault = {},
): Promise<Answer> {
  const requestId = randomUUID()
  const form = parameters(call)
  const action = form.get('Action') ?? ''
  try {
    if (fault.error) {
      throw new Refusal(fault.error.status, fault.error.code, fault.error.message)
    }
    if (form.get('Version') !== API_VERSION) throw unknownAction(action, form.get('Version'))
    const values = await result(options, call, form, action)
    const body = document(`${action}Response`, NAMESPACE, {
      [`${action}Result`]: values,
      ResponseMetadata: { RequestId: requestId },
    })
    return xml(200, requestId, body)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refusalAnswer(error, requestId)
  }
}
