import { registerStates, registerViews } from '../../geodata/model/register.ts'
import { organisationKinds } from '../../geodata/model/organisation.ts'
import { oneOf, optional, text } from './table.ts'

const monthOf = (found: string): string | undefined => (/^\d{4}-(0[1-9]|1[0-2])$/.test(found) ? found : undefined)
const among = <T extends string>(choices: readonly T[], history: 'push' | 'replace') => ({ ...optional('push', 'fault.oneOf', (found: string) => choices.find((one) => one === found), String), choices, history })
/** null: the newest month of a demonstration, else today. */
const month = optional<string>('replace', 'reg.fault.month', monthOf, String)
const words = optional<string>('replace', 'fault.words', text(60), String)

/** What the address of the list of registers holds beside the area. */
export const registersTable = { q: words, view: among(registerViews, 'replace'), late: oneOf(['no', 'yes'], 'no', 'replace'), month } as const

/** Of one register. `sort` is a column, with a minus before it from the largest down; null: as the server sorts. */
export const registerTable = {
  q: words, state: among(registerStates, 'replace'), month,
  sort: optional<string>('replace', 'fault.code', text(65), String),
  row: optional<string>('replace', 'fault.id', text(200), String),
  show: oneOf(['table', 'chart', 'map'], 'table', 'replace'),
} as const

/** Of the completeness matrix. */
export const completenessTable = {
  level: oneOf(['community', 'street'], 'community', 'push'),
  missing: optional<string>('push', 'fault.code', text(64), String), month,
  cell: optional<string>('replace', 'fault.code', text(130), String),
  show: oneOf(['table', 'map'], 'table', 'replace'),
} as const

export const twoNewLists = ['uncovered', 'due', 'dispatch', 'excluded'] as const
/** Of the coverage of organisations. */
export const twoNewTable = {
  list: oneOf(twoNewLists, 'uncovered', 'replace'), kind: among(organisationKinds, 'replace'),
  carrier: optional<string>('push', 'fault.id', text(200), String), month,
  show: oneOf(['table', 'map'], 'table', 'replace'),
} as const
