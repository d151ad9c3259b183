// credentials-special-characters: no session came whose secret key has letters and digits only.
import { causeOf } from './cause.js'

export const credentialsSpecialCharacters = causeOf('special-characters', {
  id: 'credentials-special-characters',
  section: 'sts',
  link: 'export',
  title: 'every secret key had special characters in it',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole', 'githubEnvironmentFiles'],
  matches: () => true,
  explain: ({ tries }) => ({
    headline: `each of ${tries} secret keys from STS had special characters in it`,
    shown: [
      {
        show: 'sentence',
        say: '`special-characters-workaround` asks for a key without `+` and `/`. It is chance whether one comes.',
      },
    ],
    steps: [
      {
        say: 'Run the job again',
        then: 'About one secret key in four has letters and digits only.',
      },
      {
        when: 'If this happens often',
        say: 'Remove the workaround, and put the key in quotes wherever a shell reads it (`"$AWS_SECRET_ACCESS_KEY"`)',
        code: 'special-characters-workaround: false',
        language: 'yaml',
      },
    ],
    stop: 'Secret key',
    where: { input: 'special-characters-workaround' },
  }),
  page: {
    meaning:
      'AWS makes secret keys of 40 characters: letters, digits, `+` and `/`. Some tools cannot handle the last two, and `special-characters-workaround` asks STS for one session after the other until a key has none. After 12 it gives up, because each of them counts against the limits of STS. Nothing was exported.',
    tell: 'It comes from that input alone. Role, token and issuer are right: STS signed the job in each time.',
  },
})
