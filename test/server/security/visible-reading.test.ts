import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { visibleReading } from '../../../server/security/visible-reading.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { change, taken } from '../../tools/edits.ts'
import { editedRecords } from '../../tools/random-edits.ts'
import { smallIdentity } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

describe('a site of a unit that is hidden', () => {
  test('is gone with all that was said of it before, from history and from earlier days, until the unit is shown again', async () => {
    let now = new Date('2026-11-20T03:00:00Z')
    const store = await openStore(join(temporaryFolder(), 'given.sqlite'), { now: () => now })
    await store.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
    const reading = visibleReading(store)
    taken(await change(store, 'facility', 'canteen-west', { phone: '010-6500 1234' }))
    const seen = async (): Promise<unknown[]> => [
      (await reading.record('facility', 'canteen-west'))?.id, (await reading.history('facility', 'canteen-west', { limit: 10 })).length, (await reading.before('2026-11-20')).map(({ id }) => id).includes('canteen-west'),
    ]
    now = new Date('2026-11-21T03:00:00Z')
    taken(await change(store, 'facility', 'canteen-west', { unit: 'unit-2' }))
    expect(await seen()).toEqual(['canteen-west', 2, true])
    // It stood the day before and belonged to nobody; that it stood there would tell what stands there now.
    await store.hideUnit('unit-2', 'test')
    expect(await seen()).toEqual([undefined, 0, false])
    await store.showUnit('unit-2', 'test')
    expect(await seen()).toEqual(['canteen-west', 2, true])
    store.close()
  })
})
