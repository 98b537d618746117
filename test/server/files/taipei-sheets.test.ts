import { afterAll, describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import type { Organisation } from '../../../geodata/model/organisation.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'
import { bring } from '../../tools/sheets.ts'
import { area, smallIdentity } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = 'data/taipei_org_csv'
const files = [
  { file: 'civic_groups_臺北市人民團體名冊_utf8bom.csv', kind: 'socialOrganisation', rows: 4094, left: '機關代碼、地址、電話' },
  { file: 'company_setups_公司設立11504_lonlat_utf8bom.csv', kind: 'enterprise', rows: 899, left: '公司地址' },
] as const

describe('the organisations of Taipei', async () => {
  const store = await openStore(`${temporaryFolder()}/taipei.sqlite`)
  await store.load({ identity: { ...smallIdentity, name: '臺北市' }, records: [{ kind: 'area', record: area('63000', 'city', '臺北市', null, null) }], catalogue, actor: 'test', replace: false })
  afterAll(() => store.close())

  test.skipIf(!sharedPresent).each(files)(`$file: every row is kept or reported, and the second time nothing changes${sharedNote}`, async ({ file, kind, rows, left }) => {
    const bytes = readFileSync(sharedPath(`${folder}/${file}`))
    const brought = await bring(store, { [file]: bytes })
    const [, read, kept, refused] = /，(\d+) 行，收入 (\d+) 行，未收 (\d+) 行$/.exec(brought.lines[0])?.map(Number) ?? []
    expect([read, kept + refused, brought.counts]).toEqual([rows, rows, { added: kept, changed: 0, same: 0 }])
    expect(brought.lines[1]).toBe(`  这些列不导入：${left}`)
    // Each refused row is named, and none twice.
    const named = brought.lines.map((line) => /^ {2}第 (\d+) 行/.exec(line)?.[1]).filter((row) => row !== undefined)
    expect([new Set(named).size, kept / rows > 0.98]).toEqual([refused, true])

    const found: Organisation[] = []
    for await (const one of store.organisations(null)) if (one.kind === kind) found.push(one)
    expect([found.length, found.every(({ creditCode }) => creditCode === null), found.every(({ name }) => name !== '')]).toEqual([kept, true, true])
    expect((await bring(store, { [file]: bytes })).counts).toEqual({ added: 0, changed: 0, same: kept })
  })

  test.skipIf(!sharedPresent)(`days of the Republic are days of the calendar, and firms have their places${sharedNote}`, async () => {
    const found: Organisation[] = []
    for await (const one of store.organisations(null)) found.push(one)
    const named = (name: string): Organisation | undefined => found.find((one) => one.name === name)
    expect(named('臺北市天文協會')).toMatchObject({ kind: 'socialOrganisation', validFrom: '1948-03-14', position: null })
    expect(named('超級餐飲有限公司')).toMatchObject({ kind: 'enterprise', validFrom: '2026-04-01', position: [121.515674, 25.043911] })
    expect(found.filter(({ kind, position }) => kind === 'enterprise' && position === null)).toEqual([])
  })
})
