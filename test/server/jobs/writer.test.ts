import { mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Facility } from '../../../geodata/model/facility.ts'
import { refusalOf, startWriter, type Writer } from '../../../server/jobs/writer.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { connect } from '../../../server/store/driver.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { tell } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'
import { at, facility, smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const edit = (writer: Writer, after: Facility) => writer.edit({ kind: 'facility', id: after.id, action: 'add', after, ifMatch: null }, 'test', 'en')

test('an edit while another process writes is refused with a sentence when it has waited long enough, and taken after', { timeout: 60_000 }, async () => {
  const { app, logIn, path } = await servedCity({ identity: smallIdentity, records: smallRecords })
  const editor = await logIn('editor')
  const other = connect(path)
  other.exec('BEGIN IMMEDIATE')
  const site = { name: '新食堂', category: 'canteen', position: at(5, 3) }
  // Five at once are told together, after the patience of one.
  const refused = await Promise.all(Array.from({ length: 5 }, () => tell(app, 'POST', '/api/v1/facilities', editor, site)))
  for (const { status, message } of refused) expect([status, message]).toEqual([503, '正在写入一批数据（另一个程序），请稍候再保存；您填的内容还在。'])
  // Whoever reads is not held up by it.
  expect((await tell(app, 'GET', '/api/v1/facilities/canteen-west', editor)).status).toBe(200)
  other.exec('ROLLBACK')
  other.close()
  expect((await tell(app, 'POST', '/api/v1/facilities', editor, site)).status).toBe(200)
})

test('edits that come all at once are all written, each whole', async () => {
  const { path, store } = await servedCity({ identity: smallIdentity, records: smallRecords })
  const writer = startWriter(path)
  const outcomes = await Promise.all(Array.from({ length: 200 }, (_, i) => edit(writer, facility(`new-${i}`, 'canteen', 5, 3))))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect((await store.records('facility', { limit: 1000 })).length).toBe(203)
  await writer.close()
})

test('a thread that could not open the database, or died, fails the edit and not those after it', async () => {
  const path = join(temporaryFolder(), 'linli.sqlite')
  // Where the database should be there is a folder.
  mkdirSync(path)
  const writer = startWriter(path)
  await expect(edit(writer, facility('x', 'canteen', 5, 3))).rejects.toThrow('linli.sqlite')
  rmdirSync(path)
  const store = await openStore(path)
  await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
  store.close()
  expect(await edit(writer, facility('x', 'canteen', 5, 3))).toMatchObject({ ok: true })
  await writer.close()
  await expect(edit(writer, facility('y', 'canteen', 5, 3))).rejects.toThrow('ended')
})

test('a disk that takes nothing is told in a sentence that does not say where the database lies', () => {
  const told = (code: 'diskFull' | 'databaseReadOnly' | 'diskFailed', language: 'zh' | 'en') => refusalOf({ kind: 'trouble', code, details: { path: '/srv/secret/linli.sqlite', found: 'SQLITE_IOERR_WRITE' } }, language).value
  expect(told('diskFull', 'zh')).toMatchObject({ code: 'diskTrouble', details: { found: '磁盘已满，没有写入数据库 linli.sqlite；腾出空间后再试。' } })
  expect(told('databaseReadOnly', 'en')).toMatchObject({ code: 'diskTrouble', details: { found: 'The database linli.sqlite can only be read; it should be writable.' } })
  expect(told('diskFailed', 'zh')).toMatchObject({ code: 'diskTrouble', details: { found: '读写数据库 linli.sqlite 时磁盘出错（SQLITE_IOERR_WRITE）。' } })
  expect(refusalOf({ kind: 'loading' }, 'en').value).toMatchObject({ code: 'writerBusy', details: { found: 'an import of this server' } })
})
