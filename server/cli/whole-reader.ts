import type { Reader } from '../../geodata/contract/exchange.ts'

/** Whoever can run a command beside the database reads as a planner of the whole city. */
export const wholeReader: Reader = { role: 'planner', areas: [] }
