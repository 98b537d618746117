import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../server/store/driver.ts'
import { migrate, migrations } from '../../../server/store/migrate.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()

test('migrations are numbered from one without a gap', () => {
  expect(migrations().map(({ number }) => number)).toEqual(migrations().map((_, i) => i + 1))
})

test('an empty file becomes a database of the newest structure, in WAL, with strict tables and foreign keys', () => {
  const connection = connect(join(folder, 'empty.sqlite'))
  migrate(connection, 'empty.sqlite')
  migrate(connection, 'empty.sqlite')
  const tables = connection.prepare<[], { name: string; strict: number; type: string }>("SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'").all()
  expect([connection.pragma('user_version', { simple: true }), connection.pragma('journal_mode', { simple: true }), connection.pragma('foreign_keys', { simple: true })]).toEqual([migrations().length, 'wal', 1])
  expect(tables.filter(({ type, strict }) => type === 'table' && strict === 0).map(({ name }) => name)).toEqual([])
  expect(tables.filter(({ type }) => type === 'virtual').map(({ name }) => name).toSorted()).toEqual(['building_box', 'ground_box', 'street_box'])
  connection.close()
})

test('a database of a later program is left alone', async () => {
  const path = join(folder, 'later.sqlite')
  const connection = connect(path)
  connection.pragma('user_version = 99')
  connection.close()
  await expect(openStore(path)).rejects.toMatchObject({ code: 'databaseNewer', details: { found: '99', expected: migrations().length } })
})

test('a file that is no database is refused by name', async () => {
  const path = join(folder, 'text.sqlite')
  writeFileSync(path, 'this is a letter, not a database\n'.repeat(200))
  await expect(openStore(path)).rejects.toMatchObject({ code: 'notADatabase', details: { path } })
})
