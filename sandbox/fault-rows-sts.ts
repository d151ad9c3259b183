// Faults of STS's XML, and of the clocks of the services.
import { answered, type Ending, type FaultGroup, type FaultRow, FOREIGN } from './fault-rows.js'

const xml = (name: string, edit: (text: string) => string, ending: Ending): FaultRow =>
  answered(name, { edit }, { sts: ending })
const credentials = /<Credentials>[\s\S]*<\/Credentials>/

export const XML_FAULTS: FaultGroup = {
  name: "XML of STS's answer",
  rows: [
    xml(
      'a document type with an entity',
      (text) => text.replace(/^(<\?xml.*?\?>)?/, '$1<!DOCTYPE a [<!ENTITY b "c">]>'),
      [0],
    ),
    xml(
      'entities within entities',
      (text) =>
        `<!DOCTYPE a [<!ENTITY b "${'b'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>${text.replace(/<SessionToken>/, '<SessionToken>&c;&c;')}`,
      [0],
    ),
    xml('another namespace', (text) => text.replace(/xmlns="[^"]*"/, 'xmlns="urn:other"'), [0]),
    xml('no namespace', (text) => text.replace(/ xmlns="[^"]*"/, ''), [0]),
    xml(
      'two answers, one after the other',
      (text) => text + text.replace(/^<\?xml.*?\?>/, ''),
      [0],
    ),
    xml('two sessions in one answer', (text) => text.replace(credentials, '$&$&'), FOREIGN),
    xml(
      'another root',
      (text) => text.replaceAll('AssumeRoleWithWebIdentityResponse', 'AssumeRoleResponse'),
      [0],
    ),
    xml(
      'no result',
      (text) =>
        text.replace(
          /<AssumeRoleWithWebIdentityResult>[\s\S]*<\/AssumeRoleWithWebIdentityResult>/,
          '',
        ),
      FOREIGN,
    ),
    xml('no credentials', (text) => text.replace(credentials, ''), FOREIGN),
    xml('empty credentials', (text) => text.replace(credentials, '<Credentials/>'), FOREIGN),
    xml(
      'no secret key',
      (text) => text.replace(/<SecretAccessKey>.*?<\/SecretAccessKey>/, ''),
      FOREIGN,
    ),
    xml(
      'an empty session token',
      (text) => text.replace(/<SessionToken>.*?<\/SessionToken>/, '<SessionToken></SessionToken>'),
      FOREIGN,
    ),
    xml('no expiration', (text) => text.replace(/<Expiration>.*?<\/Expiration>/, ''), [0]),
    xml(
      'an expiration that is no time',
      (text) => text.replace(/<Expiration>.*?<\/Expiration>/, '<Expiration>soon</Expiration>'),
      FOREIGN,
    ),
    xml(
      'an expiration that is over',
      (text) =>
        text.replace(
          /<Expiration>.*?<\/Expiration>/,
          '<Expiration>2020-01-01T00:00:00Z</Expiration>',
        ),
      FOREIGN,
    ),
    xml(
      'no role of the session',
      (text) => text.replace(/<AssumedRoleUser>[\s\S]*<\/AssumedRoleUser>/, ''),
      [0],
    ),
    xml(
      'a line break in the session token',
      (text) => text.replace('<SessionToken>', '<SessionToken>x&#10;::set-output::'),
      FOREIGN,
    ),
    xml(
      'values in CDATA, comments between',
      (text) =>
        text.replace(
          /<SessionToken>(.*?)<\/SessionToken>/,
          '<!-- here --><SessionToken><![CDATA[$1]]></SessionToken>',
        ),
      [0],
    ),
    xml(
      'an error with HTTP 200',
      () =>
        '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error></ErrorResponse>',
      FOREIGN,
    ),
    answered('a session with HTTP 400', { status: 400 }, { sts: FOREIGN }),
    answered('a session with HTTP 500', { status: 500 }, { sts: [1, 'sts-unavailable'] }),
    answered(
      'a session as JSON',
      {
        body: '{"AssumeRoleWithWebIdentityResponse":{"AssumeRoleWithWebIdentityResult":{"Credentials":{}}}}',
        headers: { 'content-type': 'application/json' },
      },
      { sts: FOREIGN },
    ),
  ],
}

const HOURS_2 = 7200

const clock = (what: string, seconds: number, token: Ending, sts: Ending): FaultRow[] => [
  {
    name: `of the token service, ${what}`,
    effect: { by: 'street', street: { clock: { token: seconds } } },
    endings: { token },
  },
  {
    name: `of STS, ${what}`,
    effect: { by: 'street', street: { clock: { sts: seconds } } },
    endings: { sts },
  },
]

export const CLOCK_FAULTS: FaultGroup = {
  name: 'Clocks',
  rows: [
    ...clock('two hours behind', -HOURS_2, [0], [1, 'token-not-yet-valid']),
    ...clock('two hours ahead', HOURS_2, [1, 'token-not-yet-valid'], [0]),
  ],
}
