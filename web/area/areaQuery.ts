import { row, optional, text, oneOf } from '../stores/table.ts'

const month = (found: string): string | undefined => (/^\d{4}-(0[1-9]|1[0-2])$/.test(found) ? found : undefined)
const monthRow = row<string | null>({ standard: null, history: 'push', expected: 'areaPage.fault.month', read: month, write: (value) => value ?? '' })

/** What the address of an area's page holds beside its code. `sheet`: the page as it will be printed. */
export const areaTable = {
  month: monthRow,
  /** Category whose sites and gaps the map shows; null: the one most people lack that somebody there has. */
  service: optional<string>('replace', 'fault.code', text(64), String),
  sheet: oneOf(['none', 'a4', 'a3'], 'none', 'push'),
} as const
export type Sheet = 'a4' | 'a3'

export const mostCompared = 4
const codes = (found: string): readonly string[] | undefined => {
  const list = [...new Set(found.split(',').filter((code) => code !== ''))]
  return list.length <= mostCompared && list.every((code) => code.length <= 64) ? list : undefined
}
/** Areas side by side. */
export const compareTable = {
  areas: row<readonly string[]>({ standard: [], history: 'push', expected: 'areaPage.fault.areas', read: codes, write: (list) => list.join(',') }),
  month: monthRow,
} as const
