// credentials-special-characters: no session came whose secret key has letters and digits only.
import { quote } from '../text.js'
import { causeOf } from './cause.js'

export const credentialsSpecialCharacters = causeOf('special-characters', {
  id: 'credentials-special-characters',
  section: 'sts',
  title: 'every secret key has special characters in it',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole', 'githubEnvironmentFiles'],
  matches: () => true,
  explain: ({ tries }) => ({
    why: `STS gave ${tries} sessions, and the secret key of each has a character other than letters and digits, such as ${quote('+')} or ${quote('/')}. ${quote('special-characters-workaround')} asks for a secret key without them, and it is chance whether one comes. Nothing was exported.`,
    fix: [
      'Run the job again: about one secret key in four has letters and digits only.',
      'Or take the workaround out, and put the key in quotes wherever a shell reads it ("$AWS_SECRET_ACCESS_KEY"):\nspecial-characters-workaround: false',
    ],
    where: { input: 'special-characters-workaround' },
  }),
  page: {
    meaning:
      'AWS makes secret keys of 40 characters out of letters, digits, `+` and `/`. Some tools cannot take the last two, and `special-characters-workaround` asks STS for one session after the other until a key has none. After 12 it gives up, since every one of them counts against the limits of STS.',
    tell: 'It comes of that input alone. Role, token and issuer are right: STS signed the job in each time.',
  },
})
