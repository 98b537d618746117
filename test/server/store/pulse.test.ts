import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { connect } from '../../../server/store/driver.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { change, taken } from '../../tools/edits.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

test('the pulse beats with edits of this and of other processes, and with nothing else', async () => {
  const path = join(temporaryFolder(), 'pulse.sqlite')
  const [store, other] = [await openStore(path), await openStore(path)]
  await store.load({ identity: smallIdentity, catalogue, records: smallRecords, actor: 'test', replace: false })
  const beats = [await store.pulse()]
  taken(await change(store, 'facility', 'clinic-middle', { phone: '110' }))
  beats.push(await store.pulse())
  taken(await change(other, 'facility', 'clinic-middle', { phone: '111' }))
  beats.push(await store.pulse())
  await other.hideUnit('unit-1', 'test')
  beats.push(await store.pulse())
  expect(new Set(beats).size).toBe(4)

  const connection = connect(path)
  connection.exec("INSERT INTO account (name, role, areas, password, must_change, created, password_set) VALUES ('zhang', 'editor', '[]', '', 0, '', '')")
  connection.exec("INSERT INTO session (hash, account, created, seen, ends) VALUES (x'00', 1, '', '', '')")
  connection.exec("INSERT INTO audit_log (at, account, action, outcome) VALUES ('', 'zhang', 'logIn', 'done')")
  connection.exec("INSERT INTO job (id, kind, owner, state, wish, created) VALUES ('j', 'export', 'zhang', 'queued', '{}', '')")
  connection.close()
  expect(await store.pulse()).toBe(beats[3])
  store.close()
  other.close()
})
