// The step's outputs, as names and values; credentials only where they were asked for.
import type { Report, Session } from '../model.js'
import { sessionsByName } from './roles.js'

export function outputs(report: Report, session?: Session): Record<string, string> {
  const { findings, known, ready, roles } = report
  const { token, inputs } = known
  return {
    ready: String(ready),
    causes: JSON.stringify([...new Set(findings.map(({ id }) => id))]),
    report: inputs?.reportFile ?? '',
    issuer: token?.issuer ?? known.issuer?.url ?? '',
    subject: token?.subject ?? '',
    'token-audience': token?.audiences.join(',') ?? '',
    ...(known.existing
      ? { 'aws-account-id': known.existing.account, 'authenticated-arn': known.existing.arn }
      : {}),
    ...(roles.length > 0 || known.outlets?.several
      ? { sessions: JSON.stringify(sessionsByName(report)) }
      : {}),
    ...(session ? sessionOutputs(session, inputs?.outputCredentials === true) : {}),
  }
}

function sessionOutputs(
  { facts, credentials }: Session,
  withCredentials: boolean,
): Record<string, string> {
  return {
    'aws-account-id': facts.account,
    'authenticated-arn': facts.arn,
    'aws-expiration': facts.expiration,
    ...(withCredentials
      ? {
          'aws-access-key-id': credentials.accessKeyId.reveal(),
          'aws-secret-access-key': credentials.secretAccessKey.reveal(),
          'aws-session-token': credentials.sessionToken.reveal(),
        }
      : {}),
  }
}
