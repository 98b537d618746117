import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { connect, type Row } from '../../../server/store/driver.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { tables } from '../../../server/store/tables/all.ts'
import { histories } from '../../../server/store/tables/facility-table.ts'
import { restore, taken } from '../../tools/edits.ts'
import { editedRecords, randomEditor, type RandomEdit } from '../../tools/random-edits.ts'
import { smallIdentity } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()

/**
 * Every row of every record, boxes and today's rows of the histories among them. Left out, because they tell of what happened and not of what is:
 * the change log, the versions and the counts from before the first change, which only grow; the ended rows of the histories, since a site that
 * came and went on one day leaves the row of that day; and the row numbers, which a record that comes back has anew.
 */
function dump(path: string): unknown {
  const connection = connect(path)
  const rows = (sql: string): unknown[] => connection.prepare<[], Row>(sql).all().map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'key')))
  const content = {
    ...Object.fromEntries(Object.values(tables).map(({ name, identity }) => [name, rows(`SELECT * FROM ${name} ORDER BY ${identity}`)])),
    ...Object.fromEntries(histories.map(({ table }) => [table, rows(`SELECT * FROM ${table} WHERE valid_to IS NULL ORDER BY facility`)])),
    named: rows('SELECT * FROM entry_reference ORDER BY target, kind, entry'),
    boxes: ['building', 'street', 'ground'].map((name) => rows(`SELECT ${name}.id, west, south, east, north FROM ${name}_box AS box JOIN ${name} ON ${name}.key = box.key ORDER BY ${name}.id`)),
  }
  connection.close()
  return content
}

test('a thousand random edits, undone one by one from the last, leave the database with the same content', { timeout: 120_000 }, async () => {
  const path = join(folder, 'undone.sqlite')
  const store = await openStore(path, { now: () => new Date('2026-11-22T02:00:00Z') })
  await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
  const before = dump(path)
  const edit = randomEditor(store, 20261122)
  const done: RandomEdit[] = []
  while (done.length < 1000) done.push(await edit())

  // All that can be done to each kind was done, and something else stands now.
  const deeds = new Set(done.map(({ kind, before: was, record }) => `${kind} ${was === null ? 'add' : record === null ? 'remove' : 'change'}`))
  expect([...deeds].toSorted()).toEqual(['building change', ...['entry', 'facility', 'gate', 'organisation', 'unit'].flatMap((kind) => ['add', 'change', 'remove'].map((deed) => `${kind} ${deed}`))])
  expect(dump(path)).not.toEqual(before)
  expect(await store.faults()).toEqual([])

  for (const { kind, id, before: was } of done.toReversed()) taken(await restore(store, kind, id, was))
  expect(dump(path)).toEqual(before)
  expect(await store.faults()).toEqual([])
  expect(await store.lastChange()).toBe(1 + 2 * done.length)
  store.close()
})
