import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../server/store/driver.ts'
import { historian } from '../../../server/store/history.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { histories } from '../../../server/store/tables/facility-table.ts'
import { facility } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

test('each time hours or admission held is one row, from the day it began to the day it ended; what held no day is no row', () => {
  const connection = connect(join(temporaryFolder(), 'history.sqlite'))
  migrate(connection)
  connection.pragma('foreign_keys = OFF')
  const on = (day: string, hours: string | null, audience: 'everyone' | 'staff'): boolean[] =>
    histories.map((history) => historian(connection, history, day)(facility('f', 'clinic', 1, 1, { hours, admission: { audience, minAge: null, maxAge: null, onlyAreas: [] } })))
  expect(on('2026-01-01', '8-17', 'staff')).toEqual([true, true])
  expect(on('2026-02-01', '8-17', 'everyone')).toEqual([true, false])
  expect(on('2026-03-01', '8-18', 'everyone')).toEqual([false, true])
  expect(on('2026-03-01', null, 'everyone')).toEqual([false, true])
  expect(on('2026-03-02', null, 'everyone')).toEqual([false, false])
  const rows = (columns: string, table: string): unknown[][] => connection.prepare(`SELECT ${columns}, valid_from, valid_to FROM ${table} ORDER BY key`).raw().all() as unknown[][]
  expect(rows('audience', 'facility_admission')).toEqual([['staff', null, '2026-02-01'], ['everyone', '2026-02-01', null]])
  expect(rows('hours', 'facility_hours')).toEqual([['8-17', null, '2026-03-01'], [null, '2026-03-01', null]])
  connection.close()
})
