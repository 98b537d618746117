import { describe, expect, test } from 'vitest'
import { codeDigits } from '../../geodata/model/area.ts'
import { areaOf, holds, flat } from './measure.ts'
import { planted, usualSeed } from './planted.ts'

describe.each([usualSeed, 7])('the areas of seed %i', (seed) => {
  const { all } = planted(seed)
  const areas = all('area')
  const buildings = all('building')
  const at = (level: string): typeof areas => areas.filter((area) => area.level === level)

  test('one district of 3 streets and 10, 9 and 7 communities, about 190 grids', () => {
    expect(at('district')).toHaveLength(1)
    expect(at('street').map((street) => at('community').filter((community) => community.parent === street.code).length)).toEqual([10, 9, 7])
    expect(at('grid').length).toBeGreaterThanOrEqual(171)
    expect(at('grid').length).toBeLessThanOrEqual(215)
  })

  test('codes have their digits and begin with the code of the area above', () => {
    for (const area of areas) {
      const digits = codeDigits[area.level]
      if (digits === undefined || area.level === 'city') continue
      expect(area.code).toMatch(new RegExp(`^\\d{${digits}}$`))
      if (area.level !== 'district') expect(area.code.startsWith(area.parent ?? 'none')).toBe(true)
    }
    for (const building of buildings) {
      expect(building.code).toMatch(/^\d{20}$/)
      expect(building.code?.startsWith(building.grid ?? 'none')).toBe(true)
    }
    expect(new Set(areas.map((area) => area.code)).size).toBe(areas.length)
    expect(new Set(buildings.map((building) => building.code)).size).toBe(buildings.length)
  })

  test('grids add up to their community, communities to their street, streets to the district', () => {
    for (const parent of [...at('community'), ...at('street'), ...at('district')]) {
      const parts = areas.filter((area) => area.parent === parent.code && area.level !== 'estate')
      const whole = areaOf(parent.boundary ?? [])
      expect(Math.abs(parts.reduce((sum, part) => sum + areaOf(part.boundary ?? []), 0) - whole)).toBeLessThan(1)
    }
  })

  test('grids meet in shared vertices: every side of a grid is a side of a neighbour or of the district', () => {
    const sides = new Map<string, number>()
    const add = (boundary: (typeof areas)[number]['boundary'], step: number): void => {
      for (const polygon of boundary ?? []) for (const ring of polygon) for (let index = 0; index + 1 < ring.length; index++) {
        const key = [ring[index].join(), ring[index + 1].join()].toSorted().join(' ')
        sides.set(key, (sides.get(key) ?? 0) + step)
      }
    }
    for (const grid of at('grid')) add(grid.boundary, 1)
    add(at('district')[0].boundary, 1)
    expect([...sides.values()].filter((count) => count !== 2)).toEqual([])
  })

  test('grids are numbered 第一网格 and on, communities are named after an estate and once', () => {
    for (const community of at('community')) expect(at('grid').find((grid) => grid.parent === community.code)?.name).toBe('第一网格')
    const names = at('community').map((community) => community.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => name.endsWith('社区'))).toBe(true)
  })

  test('a building lies in the grid it names; one planted building lies in two', () => {
    const grids = new Map(at('grid').map((grid) => [grid.code, grid]))
    const astray = buildings.filter((building) => {
      const boundary = grids.get(building.grid ?? '')?.boundary ?? []
      return !flat(building.footprint[0][0]).every((corner) => holds(boundary, corner))
    })
    expect(astray).toHaveLength(1)
  })

  test('two units lie outside every area', () => {
    const [district] = at('district')
    const outside = all('unit').filter((unit) => !holds(district.boundary ?? [], flat([unit.position])[0]))
    expect(outside).toHaveLength(2)
    expect(outside.every((unit) => unit.community === null)).toBe(true)
  })

  test('three inhabited grids hold fewer than ten people of 60 and over', () => {
    const older = new Map<string, number>()
    for (const building of buildings) if (building.residents !== null) older.set(building.grid ?? '', (older.get(building.grid ?? '') ?? 0) + building.residents.over60)
    const homes = new Set(buildings.filter((building) => building.use === 'residential' && building.residents !== null).map((building) => building.grid ?? ''))
    expect([...older].filter(([grid, count]) => homes.has(grid) && count < 10)).toHaveLength(3)
  })
})
