import type { Connection, Row } from './driver.ts'
import type { StoreFault } from './store.ts'
import { text } from './tables/cells.ts'
import { histories } from './tables/facility-table.ts'

/** Every site has what holds today, what is no site has not, and no two rows of one site hold on the same day. */
export function historyFaults(connection: Connection, most: number): StoreFault[] {
  return histories.flatMap(({ table }) => {
    const ids = (sql: string, detail: string): StoreFault[] => connection.prepare<[number], Row>(`${sql} LIMIT ?`).all(most).map((row) => ({ check: table, detail: `${text(row, 'id')} ${detail}` }))
    return [
      ...ids(`SELECT id FROM facility WHERE id NOT IN (SELECT facility FROM ${table} WHERE valid_to IS NULL)`, 'has none for today'),
      ...ids(`SELECT facility AS id FROM ${table} WHERE valid_to IS NULL AND facility NOT IN (SELECT id FROM facility)`, 'has one for today and is no site'),
      ...ids(`SELECT DISTINCT facility AS id FROM ${table} WHERE valid_from >= valid_to`, 'has one that ends before it begins'),
      // The row without a beginning comes first: '' is less than any day.
      ...ids(`SELECT DISTINCT facility AS id FROM (SELECT facility, valid_from, lag(coalesce(valid_to, '9999')) OVER (PARTITION BY facility ORDER BY coalesce(valid_from, ''), key) AS ended FROM ${table}) WHERE coalesce(valid_from, '') < ended`, 'has two for one day'),
    ]
  })
}
