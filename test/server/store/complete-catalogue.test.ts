import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const store = await openStore(join(temporaryFolder(), 'linli.sqlite'))
afterAll(() => store.close())

/** What a database of the release before has: none of the later lists, one rule of an owner's own. */
const earlier = { ...catalogue, version: '某区 2026', slots: [], serviceItems: [], meetingRules: [], choices: [], rules: catalogue.rules.slice(0, 11).map((rule) => (rule.code === 'kAnonymity' ? { ...rule, value: 15 } : rule)) }

test('rows that an earlier release had not yet are added, what an owner has set stays, and a second time nothing is added', async () => {
  expect(await store.completeCatalogue(catalogue)).toBe(false)
  await store.load({ identity: smallIdentity, catalogue: earlier, records: smallRecords, actor: 'test', replace: false })
  const before = await store.versions(), last = await store.lastChange()
  expect(await store.completeCatalogue(catalogue)).toBe(true)
  const now = await store.catalogue()
  expect(now).toMatchObject({ version: '某区 2026', slots: catalogue.slots, serviceItems: catalogue.serviceItems, meetingRules: catalogue.meetingRules, choices: catalogue.choices })
  expect(now?.rules.map(({ code }) => code).toSorted()).toEqual(catalogue.rules.map(({ code }) => code).toSorted())
  expect(now?.rules.find(({ code }) => code === 'kAnonymity')?.value).toBe(15)
  expect((await store.versions()).text).toBeGreaterThan(before.text)
  // Whoever follows the log opens the city anew.
  expect((await store.changesAfter(last)).whole).toBe(true)
  expect(await store.completeCatalogue(catalogue)).toBe(false)
})
