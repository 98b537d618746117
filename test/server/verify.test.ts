import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../seeds/catalogue.ts'
import { connect } from '../../server/store/driver.ts'
import { databasePath, openStore } from '../../server/store/open-store.ts'
import { change, taken } from '../tools/edits.ts'
import { linli } from '../tools/linli.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

test('linli verify says which record the log does not agree with, and fails', { timeout: 120_000 }, async () => {
  const folder = join(temporaryFolder(), 'tampered')
  const store = await openStore(databasePath(folder))
  await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
  taken(await change(store, 'facility', 'clinic-middle', { phone: '010-6500 0000' }))
  store.close()
  const good = await linli(['verify'], folder)
  expect([good.code, good.out.includes('✓ change log')]).toEqual([0, true])

  const connection = connect(databasePath(folder))
  connection.exec("UPDATE facility SET phone = '010-6500 0001' WHERE id = 'clinic-middle'")
  connection.close()
  const bad = await linli(['verify'], folder)
  expect([bad.code, bad.out.includes('✗ change log'), bad.out.includes('change log: facility clinic-middle: what stands is not what line 2 says after')]).toEqual([1, true, true])
  expect(JSON.parse((await linli(['verify', '--json'], folder)).out)).toMatchObject({ holds: false, faults: [{ check: 'change log' }] })
})
