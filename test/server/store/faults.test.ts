import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { connect } from '../../../server/store/driver.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { change, taken } from '../../tools/edits.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()

/** Written past the store, as by a hand with another tool; and what the check then says. */
const tampered: readonly [string, string, { check: string; detail: string }[]][] = [
  ['a record that is not what the log says last', "UPDATE facility SET name = '别的' WHERE id = 'clinic-middle'", [{ check: 'change log', detail: 'facility clinic-middle: what stands is not what line 3 says after' }]],
  ['a record that is gone without a word', "DELETE FROM gate WHERE id = 'gate-1'", [{ check: 'change log', detail: 'gate gate-1: what stands is not what line 4 says after' }]],
  [
    'hours that were changed without a word', "UPDATE facility_hours SET hours = '24/7' WHERE facility = 'clinic-middle' AND valid_to IS NULL",
    [{ check: 'change log', detail: 'facility clinic-middle: what stands is not what line 3 says after' }],
  ],
  [
    'a line that was slipped in', "INSERT INTO change_log (at, actor, action, kind, record, before, after) SELECT at, 'x', 'change', kind, record, before, after FROM change_log WHERE id = 3",
    [{ check: 'change log', detail: 'facility clinic-middle: line 5 says before what line 3 does not say after' }],
  ],
  ['a site without hours for today', "UPDATE facility_hours SET valid_to = '2999-01-01' WHERE facility = 'canteen-west'", [{ check: 'facility_hours', detail: 'canteen-west has none for today' }]],
  ['hours of no site', "INSERT INTO facility_hours (facility, hours) VALUES ('nobody', '24/7')", [{ check: 'facility_hours', detail: 'nobody has one for today and is no site' }]],
  ['hours that end before they begin', "INSERT INTO facility_hours (facility, valid_from, valid_to) VALUES ('canteen-west', '1999-02-01', '1999-01-01'), ('gone', '1999-02-01', '1999-01-01')", [
    { check: 'facility_hours', detail: 'canteen-west has one that ends before it begins' }, { check: 'facility_hours', detail: 'gone has one that ends before it begins' }, { check: 'facility_hours', detail: 'canteen-west has two for one day' },
  ]],
  ['two admissions of one day', "INSERT INTO facility_admission (facility, audience, only_areas, valid_from, valid_to) VALUES ('gone', 'staff', '[]', '2026-01-01', '2026-03-01'), ('gone', 'everyone', '[]', '2026-02-01', '2026-04-01')", [{ check: 'facility_admission', detail: 'gone has two for one day' }]],
  ['counts from before of no building', "INSERT INTO resident_base VALUES ('nobody', 1, 0, 0, 0, 1, 1, 0)", [{ check: 'resident base', detail: 'nobody is no building' }]],
]

test.each(tampered)('%s is found', async (what, sql, expected) => {
  const path = join(folder, `${what.replaceAll(' ', '-')}.sqlite`)
  const store = await openStore(path)
  await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
  taken(await change(store, 'facility', 'clinic-middle', { phone: '110' }))
  taken(await change(store, 'facility', 'clinic-middle', { phone: '111' }))
  taken(await change(store, 'gate', 'gate-1', { locked: 'always' }))
  expect(await store.faults()).toEqual([])
  const connection = connect(path)
  connection.exec(sql)
  connection.close()
  expect(await store.faults()).toEqual(expected)
  store.close()
})
