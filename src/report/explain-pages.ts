// The pages of what only explains: the other side of the border that run/explain.ts draws.
import { trustTable, trustTitle } from './trust-table.js'

export const explainPages = { trustTable, trustTitle }
