import { oneOf, optional, readTable, text, writeTable, keysOf, type TableFault, type ValuesOf } from './table.ts'
import { deskKinds } from '../desk/record.ts'

/** record: what is chosen, its form. history: who changed it. add: a new one. */
export const deskPanels = ['record', 'history', 'add'] as const
/** What a narrow screen shows; a wide one shows all three. */
export const deskTabs = ['list', 'map', 'form'] as const
export type DeskTab = (typeof deskTabs)[number]

/** What the desk's address holds beside the question's: area, category, map, theme and language are shared with the other views. */
export const deskTable = {
  kind: oneOf(deskKinds, 'facility', 'push'),
  /** Id of the chosen record. */
  record: optional<string>('push', 'fault.id', text(200), String),
  panel: oneOf(deskPanels, 'record', 'push'),
  /** Of sites: all, or those nobody found right within the last 90 days. */
  checked: oneOf(['any', 'old'] as const, 'any', 'push'),
  /** The table of records, or what the public found wrong. */
  list: oneOf(['records', 'reports'] as const, 'records', 'push'),
  q: optional<string>('replace', 'fault.words', text(60), String),
  tab: oneOf(deskTabs, 'list', 'replace'),
} as const

export type DeskValues = ValuesOf<typeof deskTable>
export type DeskQueryKey = keyof typeof deskTable
export type DeskFault = TableFault<DeskQueryKey>

export const readDesk = (query: Readonly<Record<string, unknown>>) => readTable(deskTable, query)
export const writeDesk = (values: DeskValues) => writeTable(deskTable, values)

/** Whether going from one view of the desk to the other is a step of its own in the browser's history. */
export const deskStep = (before: DeskValues, after: DeskValues): 'push' | 'replace' | 'none' => {
  const was = writeDesk(before)
  const is = writeDesk(after)
  const changed = keysOf(deskTable).filter((key) => was[key] !== is[key])
  if (changed.length === 0) return 'none'
  // Walking down the table is one step, not one for each record passed.
  const walking = changed.every((key) => deskTable[key].history === 'replace' || (key === 'record' && before.record !== null && after.record !== null))
  return walking ? 'replace' : 'push'
}
