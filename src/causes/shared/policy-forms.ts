// Forms of policies that are recognised and not evaluated, in words: what they are, and the commands that give one that is.
import { baseName } from '../../aws/role-arn.js'
import type { Known, OtherForm, PolicySource, Step } from '../../model.js'
import { shellWord } from '../../text.js'
import { policyFile, policySetting } from './role-input.js'
import { givePolicy } from './trust.js'
import type { Words } from './unreadable-policy.js'

interface FormWords {
  /** What it is, after its name. */
  is: string
  /** Another way than IAM's answer to a form that is read. */
  or(source: PolicySource, known: Known): Step | undefined
}

/** What the role has in AWS works for every form, so it comes first. */
export const OTHER_FORM: Words = {
  is: (failure) => (failure.problem === 'other-form' ? FORMS[failure.form].is : ''),
  steps: (failure, known) => {
    const other =
      failure.problem === 'other-form' ? FORMS[failure.form].or(failure.source, known) : undefined
    return [givePolicy(known), ...(other ? [other] : [])]
  },
}

function instead(say: string, code: string): Step {
  return {
    when: 'If you would rather check what is about to be deployed',
    say,
    code,
    language: 'sh',
  }
}

function asJson(what: string, setting: string): string {
  return `Give the ${what} as JSON, made in a step before this one, as ${setting}`
}

function jsonStep(what: string, setting: string, code: string): Step {
  return instead(asJson(what, setting), code)
}

/** What Terraform makes of its code: the plan, or the state that is there. */
const plan = (known: Known): Step =>
  jsonStep(
    'plan',
    policySetting(known, 'plan.json'),
    'terraform plan -out=plan.out && terraform show -json plan.out > plan.json',
  )

/** With its variables filled in, as far as the stage has them. */
const printed = (known: Known): Step =>
  jsonStep(
    'configuration',
    policySetting(known, 'serverless.json'),
    'npx serverless print --format json > serverless.json',
  )

const FORMS: Readonly<Record<OtherForm, FormWords>> = {
  hcl: {
    is: 'is Terraform code, which is not evaluated here',
    or: (_source, known) => plan(known),
  },
  'terraform-log': {
    is: 'is the log of `terraform plan -json`, which holds no policy',
    or: (_source, known) => plan(known),
  },
  'terraform-plan': {
    is: "is a plan file, in Terraform's binary form",
    or: (source, known) =>
      jsonStep(
        'plan',
        policySetting(known, 'plan.json'),
        `terraform show -json ${'path' in source ? shellWord(source.path) : 'plan.out'} > plan.json`,
      ),
  },
  cdk: {
    is: 'is a CDK program, which is not run here',
    or: () =>
      instead(
        'Give the template of its stack (`cdk.out/*.template.json`), made in a step before this one',
        'npx cdk synth --quiet',
      ),
  },
  cdktf: {
    is: 'is a program of CDK for Terraform, which is not run here',
    or: () =>
      instead(
        'Give the `cdk.tf.json` of its stack (below `cdktf.out/stacks`), made in a step before this one',
        'npx cdktf synth',
      ),
  },
  pulumi: {
    is: 'is a Pulumi program, which is not run here',
    or: (_source, known) => ({
      when: 'If Pulumi has deployed the role',
      say: asJson('stack', policySetting(known, 'stack.json')),
      code: 'pulumi stack export --file stack.json',
      language: 'sh',
    }),
  },
  'serverless-code': {
    is: 'is Serverless Framework code, which is not run here',
    or: (_source, known) => printed(known),
  },
  kubernetes: {
    is: "is a Kubernetes manifest without an IAM role's trust policy",
    or: () => undefined,
  },
  ansible: { is: 'is an Ansible playbook, which is not run here', or: () => undefined },
  'cli-text': {
    is: 'is output of the AWS CLI as text or table, not JSON',
    or: () => undefined,
  },
}

/** What only the deployment fills in: IAM's answer has it; so has what each kind of source prints once it is resolved. */
export function laterSteps({ address }: PolicySource, known: Known): Step[] {
  if (address?.in === 'terraform')
    return [
      {
        say: `Give the state after \`terraform apply\` in place of the plan, as ${policySetting(known, 'state.json')}`,
        code: 'terraform show -json > state.json',
        language: 'sh',
      },
      givePolicy(known),
    ]
  return [givePolicy(known), ...(address?.in === 'serverless' ? [printed(known)] : [])]
}

/** The first that is found: of a plan, what will be. Both of Terraform's outputs and its state file have such objects. */
const ROLE_IN_TERRAFORM =
  'first((.planned_values // .) | .. | objects | select(.name == $role and (.assume_role_policy | type) == "string")) | .assume_role_policy | fromjson'

/** A file of more than is read: the one role out of it. */
export function oneRole(source: PolicySource, known: Known): Step {
  const { inputs } = known
  const role = shellWord((inputs?.role && baseName(inputs.role)) || '<role>')
  const jq = `jq --arg role ${role} '${ROLE_IN_TERRAFORM}'`
  return {
    when: 'If it is a Terraform plan or state',
    say: 'Give the policy of the one role out of it',
    code: `${'path' in source ? `${jq} ${shellWord(source.path)}` : `terraform show -json | ${jq}`} > ${policyFile(known)}`,
    language: 'sh',
  }
}
