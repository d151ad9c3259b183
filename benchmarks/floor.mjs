// The floor: the same requests as a green run of the action, with no library and no check.
const { request, Agent } = process.getBuiltinModule('node:https')
const { env } = process
const issuer = env.INPUT_ISSUER
const [forToken, forIssuer, forSts] = [1, 2, 3].map(() => new Agent({ keepAlive: true }))

const ask = (url, options, body) =>
  new Promise((done, fail) => {
    const sent = request(url, options, async (answer) => {
      let text = ''
      for await (const piece of answer.setEncoding('utf8')) text += piece
      done(text)
    })
    sent.on('error', fail).end(body)
  })

const sts = new URL(env['INPUT_STS-ENDPOINT'])
const { hostname: host, port } = sts
const early = forSts.createConnection({ host, port, servername: host, noDelay: true })
const keys = ask(`${issuer}/.well-known/openid-configuration`, { agent: forIssuer }).then((text) =>
  ask(JSON.parse(text).jwks_uri, { agent: forIssuer }),
)
const { value } = JSON.parse(
  await ask(`${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sts.amazonaws.com`, {
    agent: forToken,
    headers: { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  }),
)
const answer = await ask(
  sts,
  {
    method: 'POST',
    createConnection: () => early,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: env['INPUT_ROLE-TO-ASSUME'],
    RoleSessionName: 'floor',
    WebIdentityToken: value,
  }).toString(),
)
await keys
process.exit(answer.includes('<SecretAccessKey>') ? 0 : 1)
