import Database from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, translated } from '../../../server/store/driver.ts'
import { migrate, migrations } from '../../../server/store/migrate.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()

test('migrations are numbered from one without a gap', () => {
  expect(migrations().map(({ number }) => number)).toEqual(migrations().map((_, i) => i + 1))
})

test('an empty file becomes a database of the newest structure, in WAL, with strict tables and foreign keys', () => {
  const connection = connect(join(folder, 'empty.sqlite'))
  migrate(connection)
  migrate(connection)
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
  await expect(openStore(path)).rejects.toMatchObject({ code: 'databaseNewer', details: { found: 99, expected: migrations().length } })
})

test('the database of another program is left as it is', async () => {
  const path = join(folder, 'contacts.sqlite')
  const connection = new Database(path)
  connection.exec('CREATE TABLE contact (name TEXT)')
  await expect(openStore(path)).rejects.toMatchObject({ code: 'foreignDatabase', details: { path, found: 'contact' } })
  expect([connection.prepare('SELECT name FROM sqlite_schema').pluck().all(), connection.pragma('journal_mode', { simple: true })]).toEqual([['contact'], 'delete'])
  connection.close()
})

test('a folder in the place of the database is refused in a sentence', async () => {
  const path = join(folder, 'folder.sqlite')
  mkdirSync(path)
  await expect(openStore(path)).rejects.toMatchObject({ code: 'databaseUnopened', details: { path } })
})

test('what the disk refuses is told by what a person can do about it', () => {
  const refused = (code: string): unknown => translated('a.sqlite', new Database.SqliteError('said by SQLite', code))
  for (const [sqlite, code] of [['SQLITE_READONLY_DBMOVED', 'databaseReadOnly'], ['SQLITE_FULL', 'diskFull'], ['SQLITE_IOERR_WRITE', 'diskFailed'], ['SQLITE_CANTOPEN', 'databaseUnopened'], ['SQLITE_BUSY_SNAPSHOT', 'databaseBusy']] as const) {
    expect(refused(sqlite)).toMatchObject({ code, details: { path: 'a.sqlite' } })
  }
})

test('a file that is no database is refused by name', async () => {
  const path = join(folder, 'text.sqlite')
  writeFileSync(path, 'this is a letter, not a database\n'.repeat(200))
  await expect(openStore(path)).rejects.toMatchObject({ code: 'notADatabase', details: { path } })
})
