// The cells of the fault table: every fault at every service that can have it, and what has to come of each.

import {
  type Ending,
  type FaultGroup,
  type FaultRow,
  SERVICES,
  type Service,
} from './fault-rows.js'
import { BODY_FAULTS, JSON_FAULTS } from './fault-rows-body.js'
import { CONNECTION_FAULTS, ROUTE_FAULTS, TLS_FAULTS } from './fault-rows-connection.js'
import { FRAMING_FAULTS } from './fault-rows-framing.js'
import { REPEATED_FAULTS } from './fault-rows-repeated.js'
import { STATUS_FAULTS } from './fault-rows-status.js'
import { CLOCK_FAULTS, XML_FAULTS } from './fault-rows-sts.js'
import { type CellResult, type FaultStreet, ONCE, PATIENT } from './fault-street.js'

export interface FaultCell {
  group: string
  row: FaultRow
  service: Service
  ending: Ending
  chance?: string
}

/** What came of a cell. */
export interface Told extends FaultCell {
  exit: number | null
  causes: readonly string[]
  exported: boolean
  asked: number
  /** The limit of a request that ended the run, in seconds; absent: something else ended it. */
  limitSeconds?: number
  ms: number
  /** What stands on stderr, where nothing has to. */
  stderr: string
}

const GROUPS: readonly FaultGroup[] = [
  CONNECTION_FAULTS,
  ROUTE_FAULTS,
  TLS_FAULTS,
  STATUS_FAULTS,
  FRAMING_FAULTS,
  BODY_FAULTS,
  JSON_FAULTS,
  XML_FAULTS,
  CLOCK_FAULTS,
  REPEATED_FAULTS,
]

export const CELLS: readonly FaultCell[] = GROUPS.flatMap(({ name, rows }) =>
  rows.flatMap((row) =>
    SERVICES.flatMap((service) => {
      const ending = row.endings[service]
      const chance = row.chance?.[service]
      return ending ? [{ group: name, row, service, ending, ...(chance ? { chance } : {}) }] : []
    }),
  ),
)

/** Only where there are these routes. */
export const needsOwnNetwork = ({ group }: FaultCell): boolean => group === ROUTE_FAULTS.name

/** `<group>/<fault>/<service>` */
export const cellName = ({ group, row, service }: FaultCell): string =>
  `${group}/${row.name}/${service}`

/** A call of STS's, in seconds: to be connected, and in all. Once connected, an answer has 15 s or what is left of all. */
const STS_LIMITS = { connect: 5, answer: 15, all: 20 }

export async function playCell(street: FaultStreet, cell: FaultCell): Promise<Told> {
  const patience = cell.group === REPEATED_FAULTS.name ? PATIENT : ONCE
  const { played, asked } = await street.run(cell.row.effect, cell.service, patience)
  const { exit, causes, exported, ms, stderr } = played
  const limitSeconds = limitOf(played)
  return {
    ...cell,
    exit,
    // A machine that is short of CPU makes the street slow in truth.
    causes: causes.filter(
      (id) => cell.ending.includes(id) || (id !== 'issuer-slow' && id !== cell.chance),
    ),
    exported: Object.keys(exported).length > 0,
    asked,
    ...(limitSeconds === undefined ? {} : { limitSeconds }),
    ms,
    stderr,
  }
}

function limitOf({ report, ms }: CellResult['played']): number | undefined {
  if (!report.includes('"TIMEOUT"')) return undefined
  const told = /"timeoutMs": *(?<ms>\d+)/.exec(report)?.groups?.['ms']
  if (told !== undefined) return Number(told) / 1000
  return ms < STS_LIMITS.answer * 1000 ? STS_LIMITS.connect : STS_LIMITS.all
}

/** As it has to be: the causes, the exit code, exported only if ready, and no word on stderr. */
export function isRight({ ending: [exit, ...causes], ...told }: Told): boolean {
  return (
    told.exit === exit &&
    told.causes.join() === causes.join() &&
    told.exported === (exit === 0) &&
    told.stderr === ''
  )
}
