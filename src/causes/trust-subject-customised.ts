// trust-subject-customised: a template of the repository or organisation makes the subject, and the policy expects another form.
import { isDefaultForm, namesOwner } from '../aws/github-subject.js'
import type { Known } from '../model.js'
import { quote, shellWord } from '../text.js'
import { ownerOf, policyOfRole, repositoryOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectCustomised = trustCause('subject-customised', {
  title: 'a template makes a subject that the policy does not expect',
  docs: ['githubOidc', 'githubReusable', 'iamRoleTrust'],
  headline: ({ nearest }, known) =>
    isDefaultForm(nearest?.actual ?? '')
      ? `${policyOfRole(known)} expects \`sub\` from a template, not the default form`
      : `a template makes \`sub\`; ${policyOfRole(known)} expects the default form`,
  shown: ({ nearest }) =>
    isDefaultForm(nearest?.actual ?? '')
      ? [
          {
            show: 'sentence',
            say: "The repository does not use the organisation's template, or it was removed.",
          },
        ]
      : [],
  change: ({ nearest, suggestion }, known) => {
    const actual = nearest?.actual ?? ''
    if (/(^|:)(repo|repository|repository_id):/.test(actual)) return {}
    // Anybody on GitHub may have this subject: the statement then asks for the owner beside it.
    const isOfOwner = suggestion?.statement.includes(':repository_owner_id"') === true
    return isOfOwner && !namesOwner(actual)
      ? {
          when: `If every repository of ${quote(ownerOf(known), 60)} with this \`sub\` may use the role`,
        }
      : { when: 'If every run with this `sub` may use the role' }
  },
  otherwise: ({ nearest }, known) =>
    isDefaultForm(nearest?.actual ?? '')
      ? []
      : [
          {
            when: 'If the repository needs no template',
            say: 'Set it back to the default form',
            code: `gh api --method PUT ${templatesOf(known).repository} -F use_default=true`,
            language: 'sh',
            then: 'That changes `sub` for every job of the repository.',
          },
        ],
  confirm: (_denial, known) => [
    {
      say: 'Look at the template of the repository, then at that of the organisation',
      code: `gh api ${templatesOf(known).repository}\ngh api ${templatesOf(known).owner}`,
      language: 'sh',
    },
  ],
  page: {
    meaning:
      'Owners of a repository or organisation can have GitHub make `sub` of other claims (`include_claim_keys`: repo, context, job_workflow_ref, repository_owner, …). It is then a list `key:value:key:value`, and the usual values of a trust policy do not match. A template of the organisation applies only to repositories with `use_default: false`.',
    tell: 'One of the two values has the default form `repo:OWNER/REPO:…`, and the other has claims that the default does not have.',
  },
})

function templatesOf(known: Known): { repository: string; owner: string } {
  const template = 'actions/oidc/customization/sub'
  return {
    repository: shellWord(`repos/${repositoryOf(known) || '<owner>/<repository>'}/${template}`),
    owner: shellWord(`orgs/${ownerOf(known) || '<organisation>'}/${template}`),
  }
}
