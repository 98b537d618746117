import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../seeds/catalogue.ts'
import { connect } from '../../server/store/driver.ts'
import { databasePath, openStore } from '../../server/store/open-store.ts'
import { change, taken } from '../tools/edits.ts'
import { linli } from '../tools/linli.ts'
import { smallIdentity, smallRecords } from '../tools/small-city.ts'
import { temporaryFolder } from '../tools/temporary-folder.ts'

test('linli verify says which record the log does not agree with and which make-up day is none, and fails', { timeout: 120_000 }, async () => {
  const folder = join(temporaryFolder(), 'tampered')
  const store = await openStore(databasePath(folder))
  await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
  taken(await change(store, 'facility', 'clinic-middle', { phone: '010-6500 0000' }))
  store.close()
  const good = await linli(['verify'], folder)
  expect([good.code, good.out.includes('✓ change log'), good.out.includes('✓ every make-up day is a Saturday or Sunday, every holiday one run of days　2025、2026：调休上班日 11 天')]).toEqual([0, true, true])

  const connection = connect(databasePath(folder))
  connection.exec("UPDATE facility SET phone = '010-6500 0001' WHERE id = 'clinic-middle'")
  connection.exec("UPDATE catalogue_row SET body = replace(body, '2026-02-14', '2026-02-13') WHERE list = 'holidays'")
  connection.close()
  const bad = await linli(['verify'], folder)
  expect([bad.code, bad.out.includes('✗ change log'), bad.out.includes('change log: facility clinic-middle: what stands is not what line 2 says after')]).toEqual([1, true, true])
  expect(bad.out).toContain('✗ every make-up day is a Saturday or Sunday, every holiday one run of days　2026 年：调休上班日 2026-02-13 不是周六或周日。')
  expect(JSON.parse((await linli(['verify', '--json'], folder)).out)).toMatchObject({ holds: false, faults: [{ check: 'change log' }] })
})
