// trust-ids-open: a pattern of the trust policy has a wildcard in the place of immutable ids.

import { isOfRepository, patternParts, withIds } from '../aws/github-pattern.js'
import { isWild } from '../aws/wildcard.js'
import type { Known, Step, TrustIdsOpen } from '../model.js'
import { plainText, quote, sanitise, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { placeToChange } from './shared/policy-source.js'
import { doubtBlocks, parameterSteps, settlingSteps } from './shared/template-doubt.js'
import { policyOfRole } from './shared/trust.js'
import { statementText } from './shared/trust-policy.js'

const MOST = 3

export const trustIdsOpen = causeOf('trust-ids-open', {
  id: 'trust-ids-open',
  section: 'trust',
  title: 'the trust policy has wildcards in the place of immutable ids',
  severity: 'notice',
  retry: 'never',
  certainty: ({ doubt }) => (doubt ? 'likely' : 'certain'),
  docs: ['githubOidc', 'iamSharedProviders'],
  matches: () => true,
  explain: ({ openings, doubt, made = [] }, known) => {
    const [first] = openings
    return {
      headline: `${policyOfRole(known)} accepts any id of ${quote(nameIn(first?.pattern ?? ''), 60)}`,
      shown: [
        {
          show: 'sentence',
          say: 'Somebody else who takes over that name later can then assume the role.',
        },
        ...doubtBlocks(doubt, known),
      ],
      steps: [
        ...settlingSteps(doubt, known),
        ...openings.slice(0, MOST).flatMap((one) => stepsFor(one, known, made)),
      ],
      otherwise: doubt ? parameterSteps(known) : [],
      folded: [
        {
          title: 'Values with a wildcard in the place of an id',
          blocks: [
            {
              show: 'list',
              points: openings
                .slice(0, 12)
                .map(
                  ({ pattern, example, statement }) =>
                    `${quote(pattern)} (${statementText(statement)}) allows ${quote(example)} too`,
                ),
            },
          ],
        },
      ],
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning:
      'GitHub writes `repo:OWNER@OWNER_ID/REPO@REPO_ID:…` so that nobody gets access by registering a name that has become free: an id is never used again. A pattern such as `repo:OWNER@*/REPO@*:…` accepts the form with ids, and gives that up: after a rename, a transfer or a deletion, whoever registers the name next has a `sub` that matches it.',
    tell: 'The policy works, and allows nobody else today. If the pattern leaves more open than the ids (branches, repositories), trust-too-open says so beside it.',
  },
})

/** `OWNER/REPO`, or the owner alone where the pattern is for all of its repositories. */
function nameIn(pattern: string): string {
  const { owner = '', name = '' } = patternParts(pattern) ?? {}
  return isWild(name) ? owner : `${owner}/${name}`
}

function stepsFor({ pattern }: TrustIdsOpen, known: Known, made: readonly string[]): Step[] {
  const { token, run } = known
  const own = token !== undefined && isOfRepository(pattern, token.subject)
  const claim = (name: string, otherwise: string): string =>
    plainText(token?.claims[name]) || otherwise
  const ids = own
    ? [
        claim('repository_owner_id', run.ownerId || '<owner-id>'),
        claim('repository_id', run.repositoryId || '<repository-id>'),
      ]
    : ['<owner-id>', '<repository-id>']
  const fixed = withIds(pattern, ids[0] ?? '', ids[1] ?? '')
  const look = fixed.includes('-id>') ? [lookUpIds(pattern)] : []
  if (made.includes(pattern))
    return [
      ...look,
      {
        say: `Let ${placeToChange(known.trust?.source ?? { inline: true })} make this value of \`sub\``,
        code: fixed,
      },
    ]
  return [
    ...look,
    {
      say: own ? 'Write the ids of this run' : `Write the ids of ${quote(nameIn(pattern), 60)}`,
      code: sanitise(`- ${JSON.stringify(pattern)}\n+ ${JSON.stringify(fixed)}`),
      language: 'diff',
    },
  ]
}

function lookUpIds(pattern: string): Step {
  const { owner = '', name = '' } = patternParts(pattern) ?? {}
  return {
    say: `Look up the ids of ${quote(nameIn(pattern), 60)}`,
    code: isWild(name)
      ? `gh api ${shellWord(`users/${owner}`)} --jq .id`
      : `gh api ${shellWord(`repos/${owner}/${name}`)} --jq '.owner.id, .id'`,
    language: 'sh',
  }
}
