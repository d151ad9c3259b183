// The nouns of the project, in one place to import from: plain data that every floor may speak of.
export type * from './model/facts.js'
export type * from './model/failure.js'
export type * from './model/observed.js'
export type * from './model/page.js'
export type * from './model/problem.js'
export type * from './model/run.js'
export type * from './model/severity.js'
export type * from './model/trust.js'
