// trust-subject-customised: a template of the repository or organisation makes the subject, and the policy expects another form.
import { isDefaultForm } from '../aws/github-subject.js'
import { list, shellWord } from '../text.js'
import { ownerOf, placeOf, repositoryOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectCustomised = trustCause('subject-customised', {
  title: 'a template makes a subject that the policy does not expect',
  docs: ['githubOidc', 'githubReusable', 'iamRoleTrust'],
  why: (denial) => {
    const { actual = '' } = denial.nearest ?? {}
    return isDefaultForm(actual)
      ? `The trust policy expects a subject made by a template, and this token has GitHub's default form: ${placeOf(denial)} does not let it in. The repository does not use the template of the organisation, or it was taken away.`
      : `A template of the repository or organisation makes \`sub\`: it is ${list([actual])}, and the trust policy expects GitHub's default form. So ${placeOf(denial)} does not let this token in.`
  },
  others: ({ nearest }, known) => {
    const template = 'actions/oidc/customization/sub'
    const repository = shellWord(
      `repos/${repositoryOf(known) || '<owner>/<repository>'}/${template}`,
    )
    const owner = shellWord(`orgs/${ownerOf(known) || '<organisation>'}/${template}`)
    return [
      `Look at the template of the repository, then at that of the organisation:\ngh api ${repository}\ngh api ${owner}`,
      ...(isDefaultForm(nearest?.actual ?? '')
        ? []
        : [
            `Or let the repository go back to the default form:\ngh api --method PUT ${repository} -F use_default=true`,
          ]),
    ]
  },
  page: {
    meaning:
      'Owners of a repository or organisation can have GitHub make `sub` of other claims (`include_claim_keys`: repo, context, job_workflow_ref, repository_owner, …). It is then a list `key:value:key:value`, and the usual values of a trust policy do not fit. A template of the organisation counts only for repositories with `use_default: false`.',
    tell: 'One of the two values has the default form `repo:OWNER/REPO:…`, and the other has claims that the default has not.',
  },
})
