import { optional, row } from '../stores/table.ts'

/** Scenarios side by side beside today; more columns than these no desk shows. */
export const mostCompared = 4
const idPattern = /^c-[a-z0-9]{8,40}$/
const ids = (found: string): readonly string[] | undefined => {
  const list = [...new Set(found.split(',').filter((id) => id !== ''))]
  return list.length <= mostCompared && list.every((id) => idPattern.test(id)) ? list : undefined
}
const side = (found: string): string | undefined => (found === 'today' || idPattern.test(found) ? found : undefined)
const percent = (found: string): number | undefined => (/^\d{1,3}$/.test(found) && Number(found) <= 100 ? Number(found) : undefined)

/** What the address of the scenarios holds. */
export const scenarioTable = {
  with: row<readonly string[]>({ standard: [], history: 'push', expected: 'scenarios.fault.with', read: ids, write: (list) => list.join(',') }),
  /** What either side of the map shows; null: today left, the last column right. */
  left: optional<string>('replace', 'scenarios.fault.side', side, String),
  right: optional<string>('replace', 'scenarios.fault.side', side, String),
  /** Where the divider stands, hundredths of the width. */
  split: row<number>({ standard: 50, history: 'replace', expected: 'scenarios.fault.split', read: percent, write: String }),
} as const
