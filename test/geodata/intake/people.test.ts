import { describe, expect, test } from 'vitest'
import { fixturePath, readCity } from '../../tools/files.ts'
import { sharedNote, sharedPath, sharedPresent } from '../../tools/shared.ts'

describe('buildings with their population', () => {
  test('stated residents are counted, rounded to whole persons; groups follow the catalogue and are reported', async () => {
    const { of, source } = await readCity([fixturePath('geojson/people.geojson')])
    expect(of('building').map((each) => [each.residents?.all, each.residents?.counted])).toEqual([[12, true], [0, true], [80, true]])
    expect(source.report.roles.building.repairedBy.groupsEstimated?.examples).toEqual(['#1', '#2'])
  })
  test('Chinese columns give storeys, use, households and groups as stated; heights are dropped', async () => {
    const { of, source } = await readCity([fixturePath('geojson/people.geojson')])
    expect(of('building')[2]).toMatchObject({ storeys: 12, use: 'residential', residents: { over60: 20, households: 30 } })
    expect(source.report.roles.building.repairedBy.heightDropped?.examples).toEqual(['#3'])
  })
  test.skipIf(!sharedPresent)(`Singapore: 2,086 buildings keep their population to within rounding${sharedNote}`, async () => {
    const { of } = await readCity([sharedPath('data/singapore_buildings_pop/buildings_pop_sgp.geojson')])
    const counted = of('building').flatMap((each) => (each.residents?.counted ? [each.residents] : []))
    expect(counted.length).toBe(2086)
    for (const { all, over60, over80, children } of counted) expect(over80 <= over60 && over60 + children <= all).toBe(true)
  })
})
