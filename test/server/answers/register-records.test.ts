import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../geodata/model/entry.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { openCity, type OpenCity } from '../../../server/answers/open-city.ts'
import { registerRecords, type RegisterRecords } from '../../../server/answers/registers/register-records.ts'
import { reviseCity } from '../../../server/answers/revise-city.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { change, remove, taken } from '../../tools/edits.ts'
import { editedRecords, randomEditor } from '../../tools/random-edits.ts'
import { smallIdentity } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()

async function opened(name: string): Promise<{ store: Store; open: OpenCity }> {
  const store = await openStore(join(folder, `${name}.sqlite`))
  await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
  return { store, open: await fresh(store) }
}

async function fresh(store: Store): Promise<OpenCity> {
  const open = await openCity(store)
  if (!open) throw new Error('no city')
  return open
}

async function revisedCity(open: OpenCity, store: Store): Promise<OpenCity> {
  const next = await reviseCity(open, store)
  if (!next) throw new Error('not taken in')
  return next
}

const plain = ({ bySheet, byId, units, facilities, organisations }: RegisterRecords): unknown => ({ bySheet: Object.fromEntries(bySheet), ids: [...byId.keys()].toSorted(), units: [...units.values()].map(({ id }) => id).toSorted(), facilities: Object.fromEntries([...facilities].toSorted()), organisations })

describe('the records that registers are computed from', () => {
  test('are after any edits those that a fresh reading finds', async () => {
    const { store, open } = await opened('edited')
    const edit = randomEditor(store, 412)
    let now = open
    for (let round = 0; round < 25; round++) {
      await registerRecords(now)
      for (let i = 0; i <= round % 4; i++) await edit()
      now = (await reviseCity(now, store)) ?? (await fresh(store))
      expect(plain(await registerRecords(now))).toEqual(plain(await registerRecords(await fresh(store))))
    }
    store.close()
  })

  test('an edit of a row is seen at once, reads nothing else again, and rebuilds nothing', async () => {
    const { store, open } = await opened('seen')
    const before = await registerRecords(open)
    const row = before.byId.get('committee-1') as Entry
    taken(await change(store, 'entry', 'committee-1', { fields: { ...row.fields, brand: '红色柳浦' } }))
    const next = await revisedCity(open, store)
    const after = await registerRecords(next)
    expect(after.byId.get('committee-1')?.fields['brand']).toBe('红色柳浦')
    expect([after.bySheet.get('seat'), after.units, after.organisations, next.city]).toEqual([before.bySheet.get('seat'), before.units, before.organisations, open.city])
    expect([after.bySheet.get('seat') === before.bySheet.get('seat'), after.units === before.units, after.organisations === before.organisations, next.city === open.city]).toEqual([true, true, true, true])
    store.close()
  })

  test('what names a row that goes is read again', async () => {
    const { store, open } = await opened('gone')
    await registerRecords(open)
    taken(await remove(store, 'entry', 'tenure-1'))
    const after = await registerRecords(await revisedCity(open, store))
    expect([after.byId.has('tenure-1'), after.bySheet.has('tenure'), after.byId.has('seat-1')]).toEqual([false, false, true])
    store.close()
  })
})
