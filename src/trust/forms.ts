// Texts that are known for what they are, and not evaluated: source code that makes roles, and outputs without a policy.
import type { OtherForm } from '../model.js'

/** Asked one after the other, each within one line: code of one kind may have another kind's words in it. */
const FORMS: readonly (readonly [form: OtherForm, signs: RegExp])[] = [
  // Terraform documentation, "Machine-Readable UI": each line an object whose own members begin with `@`.
  ['terraform-log', /^\ufeff?\s{0,100}\{"@(?:level|message|module|timestamp)":/],
  [
    'cli-text',
    /^(?:ROLE|STATEMENT|ASSUMEROLEPOLICYDOCUMENT)\t|^\|+ +(?:GetRole|AssumeRolePolicyDocument|Statement) +\|/m,
  ],
  [
    'cdktf',
    importOf(
      'cdktf|@cdktf/[\\w-]+|com\\.hashicorp\\.cdktf|HashiCorp\\.Cdktf|github\\.com/hashicorp/terraform-cdk',
    ),
  ],
  [
    'cdk',
    importOf(
      'aws-cdk-lib|@aws-cdk/|aws_cdk|software\\.amazon\\.awscdk|Amazon\\.CDK|github\\.com/aws/aws-cdk-go',
    ),
  ],
  ['pulumi', importOf('@pulumi/|pulumi|com\\.pulumi|Pulumi\\b|github\\.com/pulumi/')],
  ['serverless-code', importOf('@serverless/typescript|serverless/aws')],
  // A program of Pulumi's in YAML.
  ['pulumi', /^[ \t]*type:[ \t]*["']?aws(?:-native)?:iam|^runtime:[ \t]*yaml\b/m],
  ['ansible', /^[ \t-]*(?:(?:community|amazon)\.aws\.)?iam_role:[ \t]*$/m],
  [
    'hcl',
    /^[ \t]*(?:(?:[+~-]|-\/\+)[ \t]*)?(?:(?:resource|data)[ \t]+"[\w-]+"[ \t]+"[\w-]+"|(?:module|variable|output|provider|include|dependency)[ \t]+"[\w-]+"|locals|terraform|statement|inputs[ \t]*=)[ \t]*\{|^[ \t]*(?:assume_role_policy|Version|Statement)[ \t]*=|\bjsonencode\(/m,
  ],
]

/** A line that imports one of these, in TypeScript, JavaScript, Python, Java, C# or Go. */
function importOf(names: string): RegExp {
  return new RegExp(
    `^[ \\t]*(?:(?:import|from|using|require)\\b|(?:const|let|var)\\b[^=\\n]{0,200}=[ \\t]*require\\(|["'\`]|[\\w.]+[ \\t]+["'\`]|\\}[ \\t]*from\\b)[^\\n;]{0,200}?(?:\\b|["'\`@])(?:${names})`,
    'm',
  )
}

/** Of what begins with a bracket: a log, or an object of Terraform's out of `jsonencode`; a list of dependencies has the names of libraries in it, too. */
const OBJECTS: typeof FORMS = [
  ...FORMS.slice(0, 1),
  ['hcl', /^[ \t]*(?:Version|Statement)[ \t]*=/m],
]

/** A plan file is a ZIP archive. */
const ZIP = 'PK\u0003\u0004'

export function formOf(text: string): OtherForm | undefined {
  if (text.startsWith(ZIP)) return 'terraform-plan'
  const asked = /^\ufeff?\s{0,100}[[{]/.test(text) ? OBJECTS : FORMS
  return asked.find(([, signs]) => signs.test(text))?.[0]
}
