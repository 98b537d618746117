import { expect, test } from 'vitest'
import { mostAreaRows } from '../../../server/answers/coverage.ts'
import { askCoverage } from '../../tools/asking.ts'
import { servedCity } from '../../tools/served-city.ts'
import { shown } from '../../tools/shown.ts'
import { area, smallIdentity, smallRecords } from '../../tools/small-city.ts'

const community = '110105001001'
const grids = Array.from({ length: mostAreaRows }, (_, i) => ({ kind: 'area' as const, record: area(`grid-${i}`, 'grid', `第${i}网格`, community, null) }))
const { app } = await servedCity({ identity: { ...smallIdentity, coding: 'text', demo: true }, records: [...smallRecords, ...grids] })

test('a city of very many areas lists its upper levels and names those it leaves out', async () => {
  const { byArea, levelsLeftOut, residents } = await askCoverage(app, { category: 'canteen' })
  expect(levelsLeftOut).toEqual(['grid'])
  expect(byArea.length).toBeLessThan(mostAreaRows)
  expect(byArea.some((row) => row.level === 'grid')).toBe(false)
  const communities = byArea.filter((row) => row.level === 'community' || row.code === 'outside')
  expect(communities.reduce((sum, row) => sum + shown(row.residents.total), 0)).toBe(residents.total)
})

test('within an area whose parts are few enough every level is there', async () => {
  const { byArea, levelsLeftOut } = await askCoverage(app, { category: 'canteen', area: '110105001002' })
  expect(levelsLeftOut).toEqual([])
  expect(byArea.map((row) => row.code)).toContain('110105001002')
})
