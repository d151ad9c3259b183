// The `permissions:` that are in effect for a job, and whether they let it ask for an ID token.
import { isAlias, isMap, type Pair, type YAMLMap } from 'yaml'
import type { PermissionFacts, Place, Right } from '../model.js'
import { keyOf, Unsure } from './nodes.js'
import type { JobAt, RunningJob } from './running-job.js'

/**
 * Those that do not grant it, from the outside in. A called workflow can have no more than its caller, and has what its
 * caller has where nothing is said.
 */
export function lackingIn({ at, callers }: RunningJob): PermissionFacts[] | undefined {
  if (!callers) return undefined
  const chain = [
    ...callers.map((caller) => permissionsOf(caller, true)),
    ...(at ? [permissionsOf(at, false)] : []),
  ]
  return chain.filter(({ of, grants }, index) => !grants && (index === 0 || of !== 'none'))
}

/** The job's own block, else that of its workflow. */
function permissionsOf(at: JobAt, calls: boolean): PermissionFacts {
  const { nodes, body, file, key } = at
  // The body is another job's too: a line in it would be for both.
  if (isAlias(at.pair.value)) throw new Unsure()
  const own = nodes.entry(body, 'permissions')
  const block = own ?? nodes.entry(nodes.root, 'permissions')
  const place: Place = { file, line: nodes.line(block ?? at.pair) }
  const of = own ? 'job' : block ? 'workflow' : 'none'
  const jobLine = nodes.line(at.pair)
  return { place, of, job: key, jobLine, calls, ...(block ? blockFacts(at, block) : NOTHING) }
}

const NOTHING = { grants: false, form: 'empty', rights: [] } as const

function blockFacts(
  { nodes }: JobAt,
  block: Pair,
): Omit<PermissionFacts, 'place' | 'of' | 'job' | 'jobLine' | 'calls'> {
  const word = nodes.text(block.value)?.toLowerCase()
  if (word === '') return NOTHING
  if (word !== undefined) {
    if (word !== 'read-all' && word !== 'write-all') throw new Unsure()
    return { grants: word === 'write-all', form: 'word', rights: [], word }
  }
  const map = nodes.map(block.value)
  const all = map.items.map((pair) => rightOf(pair, nodes.text(pair.value)))
  const idToken = all.find(({ name }) => name === 'id-token')?.access
  return {
    grants: idToken === 'write',
    form: map.items.length === 0 ? 'empty' : isLines(block, map) ? 'lines' : 'inline',
    rights: all.filter(({ name }) => name !== 'id-token'),
    ...(idToken === undefined ? {} : { idToken }),
  }
}

/** What is pasted again has to be what GitHub takes. */
function rightOf(pair: Pair, access: string | undefined): Right {
  const [name, level] = [keyOf(pair).toLowerCase(), access?.toLowerCase() ?? '']
  if (!/^[a-z-]{1,40}$/.test(name) || !/^(read|write|none)$/.test(level)) throw new Unsure()
  return { name, access: level }
}

/** Written out below the key, here and for this block alone. */
function isLines({ value }: Pair, map: YAMLMap): boolean {
  return isMap(value) && value === map && map.flow !== true && map.anchor === undefined
}
