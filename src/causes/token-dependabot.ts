// token-dependabot: Dependabot started the run, and GitHub gives it a read-only token.
import type { Known, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { stepCondition } from './shared/condition.js'
import { fixInFile, WITHOUT_FILE } from './shared/permissions.js'
import { reasonForNoToken, withheldCertainty } from './shared/token.js'
import { explainRestricted, variableLine } from './shared/withheld.js'

export const tokenDependabot = causeOf(['no-token-permission', 'inputs-withheld'], {
  id: 'token-dependabot',
  section: 'token',
  title: 'a run started by Dependabot gets no ID token and no secrets of Actions',
  severity: 'error',
  retry: 'never',
  certainty: withheldCertainty,
  docs: ['githubDependabot', 'githubPermissions'],
  matches: (failure, { run }) =>
    failure.kind === 'inputs-withheld'
      ? failure.run === 'dependabot'
      : reasonForNoToken(run) === 'token-dependabot',
  explain: (failure, known) => {
    const { run } = known
    const told: Explanation = {
      headline: 'a run started by Dependabot gets no ID token by default',
      shown: [
        {
          show: 'sentence',
          say: `GitHub treats it like one from a fork (event ${quote(run.event, 60)}, actor ${quote(run.actor, 60)}). A re-run by another person changes nothing.`,
        },
      ],
      steps: [
        skipStep(known),
        ...grantSteps(known),
        {
          when: MUST_REACH_AWS,
          say: 'Give them a role that may do little, and take its ARN from `vars.`: secrets of Actions are empty here',
        },
      ],
      stop: 'No token',
      where: 'step',
    }
    return explainRestricted(failure, told, {
      noToken: (areEmpty) =>
        `Nor does it see secrets of Actions: ${areEmpty}. A re-run by another person changes nothing.`,
      withToken: (areEmpty, withheld) => ({
        headline: `${areEmpty}: runs of Dependabot see no secrets of Actions`,
        say: `GitHub gives them Dependabot's own secrets only (event ${quote(run.event, 60)}). A re-run by another person changes nothing.`,
        steps: [
          skipStep(known),
          {
            when: "If Dependabot's runs must reach AWS, with a role that may do little",
            say: 'Create a variable with the value of the secret, and take it from there',
            ...variableLine(withheld),
          },
        ],
      }),
    })
  },
  page: {
    meaning:
      'Dependabot brings code of other people into the repository. Its runs (push, pull_request, deployment and a few more) therefore have a read-only token, unless the workflow itself asks for more, and see the Dependabot secrets only. A scheduled or manual run is not restricted, whoever committed last.',
    tell: 'The same variables are missing as with token-permission-missing; the actor is `dependabot[bot]`, or the pull request was opened by it.',
  },
})

function skipStep(known: Known): Step {
  return {
    say: 'Skip the step for Dependabot; add this to it and to the later steps that need AWS',
    ...stepCondition(known, "github.actor != 'dependabot[bot]'"),
  }
}

const MUST_REACH_AWS = "If Dependabot's runs must reach AWS"

/** What the workflow itself asks for, Dependabot's runs have, too: asked for as any other run has to, so that no right is taken away. */
function grantSteps(known: Known): Step[] {
  return (fixInFile(known) ?? WITHOUT_FILE).steps.map((step) => ({
    ...step,
    when:
      step.when === undefined
        ? MUST_REACH_AWS
        : `${MUST_REACH_AWS}, and ${step.when.replace(/^If /, '')}`,
  }))
}
