import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import type { MultiPolygon } from '../../../geodata/model/geometry.ts'
import { importFiles } from '../../../server/files/import-files.ts'
import { readSource } from '../../../server/files/source.ts'
import { servedCity } from '../../tools/served-city.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'
import { area, building, smallIdentity } from '../../tools/small-city.ts'

/** Taipei and its surroundings as one community with two houses: the groups have no position, the companies have one. */
const ground: MultiPolygon = [[[[121.4, 24.9], [121.7, 24.9], [121.7, 25.25], [121.4, 25.25], [121.4, 24.9]]]]
/** A house near each end, since positions far from every house are refused. */
const house = (id: string, lon: number, lat: number): CityRecord => ({ kind: 'building', record: building(id, 0, 0, { footprint: [[[[lon, lat], [lon + 0.0002, lat], [lon + 0.0002, lat + 0.0002], [lon, lat + 0.0002], [lon, lat]]]], entrances: [[lon, lat]], grid: '110105001001001' }) })
const records: CityRecord[] = [
  { kind: 'area', record: area('110105', 'district', '測試區', null, ground) }, { kind: 'area', record: area('110105001', 'street', '測試街道', '110105', ground) }, { kind: 'area', record: area('110105001001', 'community', '測試社區', '110105001', ground) },
  { kind: 'area', record: area('110105001001001', 'grid', '測試網格', '110105001001', ground) }, house('south-west', 121.47, 24.96), house('north-east', 121.64, 25.18),
]
const files = ['civic_groups_臺北市人民團體名冊_utf8bom.csv', 'company_setups_公司設立11504_lonlat_utf8bom.csv'].map((name) => sharedPath(`data/taipei_org_csv/${name}`))

test.skipIf(!sharedPresent)(`of the groups and companies of Taipei every row that is kept is counted, and no rate is told of what nobody has said${sharedNote}`, async () => {
  const { app, store, world, logIn } = await servedCity({ identity: smallIdentity, records })
  const imported = await importFiles(store, { paths: files, name: null, dryRun: false, replace: false, actor: 'test' }, { read: readSource, reading: () => {}, writing: () => {} })
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues))
  const sheets = imported.value.report.sheets ?? []
  expect(sheets.map(({ rows }) => rows)).toEqual([4094, 899])
  for (const { rows, kept, refused } of sheets) expect(rows).toBe(kept + refused)
  await world.refresh()
  const response = await app.request('/api/v1/organisations/coverage', { headers: { ...(await logIn('planner')) } })
  const { kinds, checks } = z.parse(exchanges.organisationCoverage.answer.schema, await response.json())
  const [enterprises, societies] = kinds.map(({ all }) => all)
  expect([societies.registered, enterprises.registered]).toEqual(sheets.map(({ kept }) => kept))
  expect([enterprises.organised.share, enterprises.work.share, societies.organised.share, enterprises.due.share]).toEqual([null, null, null, null])
  expect([enterprises.unsaid, societies.unsaid]).toEqual([enterprises.operating, societies.operating])
  // Companies lie in the community by their position; groups, which have none, are in the whole alone.
  expect(sheets[1].kept).toBeGreaterThan(880)
  const [companies, groups] = kinds.map(({ byArea, outside }) => ({ inside: byArea.find(({ level }) => level === 'community')?.figures.registered ?? 0, outside: outside.registered }))
  expect([companies.inside + companies.outside, groups]).toEqual([enterprises.registered, { inside: 0, outside: societies.registered }])
  expect(companies.inside).toBeGreaterThan(880)
  expect(checks.find(({ code }) => code === 'unchecked')?.count).toBe(enterprises.operating + societies.operating)
}, 120_000)
