import { describe, expect, test } from 'vitest'
import { copyName } from '../../../web/scenarios/saved.ts'
import { figureRows, type Compared } from '../../../web/scenarios/figures.ts'
import { readTable, writeTable } from '../../../web/stores/table.ts'
import { scenarioTable } from '../../../web/scenarios/scenarioQuery.ts'
import { longestScenarioName } from '../../../geodata/model/step.ts'

const column = (name: string, covered: number, communities = 1): Compared => ({
  name, gained: 3, lost: 0, beside: { group: 'all', covered: covered * 4, total: 4000 },
  told: {
    residents: { covered, total: 1000, share: covered / 1000, estimatedShare: 0.2 }, buildings: { covered: 10, total: 40, share: 0.25 }, landSquareMetres: { covered: 0, total: 0, share: null },
    communities: { covered: communities, total: 4, share: communities / 4 }, noDataBuildings: 2,
  },
})

describe('scenarios side by side', () => {
  test('tell five figures each, with signed differences against the today of their own column', () => {
    const today = column('today', 500), other = column('another today', 300)
    const rows = figureRows([today, column('more', 620), column('less', 250, 0)], [today, today, other])
    expect(rows.map(({ code }) => code)).toEqual(['residents', 'beside', 'buildings', 'land', 'communities'])
    const [residents, beside, , land, communities] = rows
    expect(residents?.cells.map(({ part, by }) => [part, by?.part ?? null])).toEqual([[500, null], [620, 120], [250, -50]])
    expect(residents?.cells[1]?.by?.share).toBeCloseTo(0.12)
    expect(beside?.cells[1]).toMatchObject({ part: 2480, whole: 4000, by: { part: 480 } })
    expect(land?.cells[1]).toEqual({ part: 0, whole: 0, share: null, by: { part: 0, share: null } })
    expect(communities?.cells[2]?.by?.part).toBe(-1)
  })

  test('tell nothing of figures that are kept back', () => {
    const hidden = column('today', 500)
    hidden.told.residents = { covered: null, total: null, share: null, estimatedShare: null }
    expect(figureRows([hidden, column('more', 620)], [hidden, hidden])[0]?.cells.map(({ part, by }) => [part, by?.part ?? null])).toEqual([[null, null], [620, null]])
  })

  test('a copy has a name no other has, and never a longer one than names may be', () => {
    const say = (name: string, n: number): string => `${name}（${n}）`
    expect(copyName('甲', ['甲', '甲（2）'], say)).toBe('甲（3）')
    const long = '长'.repeat(longestScenarioName)
    expect([...copyName(long, [long], say)].length).toBe(longestScenarioName)
  })

  test('are kept in the address, and what cannot be read is said', () => {
    const values = { with: ['c-aaaaaaaaaaaa', 'c-bbbbbbbbbbbb'], left: 'today', right: 'c-bbbbbbbbbbbb', split: 30 }
    expect(readTable(scenarioTable, writeTable(scenarioTable, values)).values).toEqual(values)
    expect(readTable(scenarioTable, { with: 'nobody', split: '101' }).faults.map(({ parameter }) => parameter)).toEqual(['with', 'split'])
  })
})
