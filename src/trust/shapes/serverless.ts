// The resources of a file of the Serverless Framework (`serverless.yml`): a template of CloudFormation's, with variables of its own.
import { isMembers, listOf, type Members, members } from '../tree.js'

/** It names a service and a provider, and has `resources`, where a template has `Resources`. */
export function isServerless(value: Members): boolean {
  return 'resources' in value && ('service' in value || 'provider' in value)
}

/** `resources` may be a list, whose parts are merged; a part that is a variable (`${file(…)}`) is in another file. */
export function serverlessTemplate(value: Members): Members {
  const template: Record<string, Record<string, unknown>> = members() as Record<string, never>
  for (const part of listOf(value['resources']).filter(isMembers))
    for (const [section, own] of Object.entries(part))
      if (isMembers(own)) template[section] = Object.assign(template[section] ?? members(), own)
  return template
}
