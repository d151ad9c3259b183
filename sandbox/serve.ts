// The command `npm run street`: serves the street until it is told to stop, and says how to point tools at it.
import { startStreet } from './start-street.js'
import type { Street } from './street.js'

function line(street: Street): string {
  const { issuer, sts, control, ca, env } = street
  return JSON.stringify({
    token_url: street.tokenUrl,
    request_token: street.requestToken,
    issuer,
    sts,
    control,
    ca,
    role_arn: street.roleArn,
    env,
  })
}

function description(street: Street): string {
  return `The street is open; stop it with Ctrl-C.

  token service  ${street.tokenUrl}
  issuer         ${street.issuer}
  AWS STS        ${street.sts}
  control        ${street.control}
  CA             ${street.ca}
  role           ${street.roleArn}

Sign in as the job of octo-org/octo-repo would:

  export AWS_CA_BUNDLE=${street.ca} AWS_DEFAULT_REGION=eu-west-1
  TOKEN=$(curl -s -X POST -d '{}' ${street.control}/mint | cut -d'"' -f4)
  aws sts assume-role-with-web-identity --endpoint-url ${street.sts} \\
    --role-arn ${street.roleArn} --role-session-name octo-repo --web-identity-token "$TOKEN"

and, with what came back in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN:

  aws sts get-caller-identity --endpoint-url ${street.sts}

Break something, and see what is said then:

  curl -X PUT -d '{"jwks": {"status": 503}}' ${street.control}/faults
  curl ${street.control}/log`
}

const street = await startStreet()
console.log(process.argv.includes('--json') ? line(street) : description(street))
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void street.stop())
}
