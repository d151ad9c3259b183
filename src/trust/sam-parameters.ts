// Parameters of a template in SAM's samconfig (AWS SAM Developer Guide, "AWS SAM CLI configuration file").
import { isText } from './open-text.js'
import { isMembers, type Members } from './tree.js'

type Given = Map<string, string | undefined>

/** Commands that deploy, the one that holds for all first. */
const COMMANDS = ['global', 'deploy'] as const

/** What all environments say: which of them is deployed, the file does not tell. Undefined where it has no overrides. */
export function samParameters(config: Members): Given | undefined {
  const environments = Object.values(config).flatMap((environment) => {
    const given = isMembers(environment) ? overridesIn(environment) : undefined
    return given ? [given] : []
  })
  if (environments.length === 0) return undefined
  const names = new Set(environments.flatMap((given) => [...given.keys()]))
  return new Map(
    [...names].map((name) => {
      const values = new Set(environments.map((given) => given.get(name)))
      return [name, values.size === 1 ? [...values][0] : undefined]
    }),
  )
}

function overridesIn(environment: Members): Given | undefined {
  const all = COMMANDS.map((command) => {
    const own = environment[command]
    const parameters = isMembers(own) ? own['parameters'] : undefined
    return isMembers(parameters) ? parameters['parameter_overrides'] : undefined
  })
  const found = all.findLast((one) => one !== undefined)
  if (typeof found === 'string') return pairsIn(found)
  if (isMembers(found))
    return new Map(Object.entries(found).map(([name, value]) => [name, plainValue(value)]))
  if (!Array.isArray(found)) return undefined
  return new Map(found.flatMap((one) => (typeof one === 'string' ? [...pairsOf(one)] : [])))
}

function plainValue(value: unknown): string | undefined {
  return isText(value) ? String(value) : undefined
}

/** One of a list: all behind the sign is the value. */
function pairsOf(text: string): Given {
  const long = /^ParameterKey=/.test(text)
  const at = text.indexOf('=')
  if (long || at < 1) return pairsIn(text)
  return new Map([[unquoted(text.slice(0, at).trim()), unquoted(text.slice(at + 1))]])
}

/**
 * `Key=Value Key="a value"`, or `ParameterKey=…,ParameterValue=…`. A name begins where none goes on, and has 255
 * characters at most (AWS CloudFormation User Guide, "Quotas"), so that no text is looked through from each of its places.
 */
const PAIR =
  /(?<!\w)(?:ParameterKey="?(\w{1,255})"?,ParameterValue|(\w{1,255}))"?=("(?:\\.|[^"\\])*"|'[^']*'|[^\s"']\S*|)/g

function pairsIn(text: string): Given {
  return new Map(
    [...text.matchAll(PAIR)].map(([, long, short, value = '']) => [
      long ?? short ?? '',
      unquoted(value),
    ]),
  )
}

function unquoted(value: string): string {
  const [, single] = /^'([^']*)'$/s.exec(value) ?? []
  if (single !== undefined) return single
  const [, double] = /^"(.*)"$/s.exec(value) ?? []
  return double === undefined ? value : double.replace(/\\(.)/gs, '$1')
}
