import { describe, expect, test } from 'vitest'
import type { Street } from '../../geodata/model/street.ts'
import { largestNet } from '../tools/component.ts'
import { closePairs, flat, metresTo, overlap, boxOf } from './measure.ts'
import { planted, usualSeed } from './planted.ts'
import Flatbush from 'flatbush'

describe.each([usualSeed, 7])('the ways and footprints of seed %i', (seed) => {
  const { all } = planted(seed)
  const streets = all('street')
  const buildings = all('building')
  const walkable = streets.filter((street) => street.walkable)
  const main = largestNet(walkable)

  test('over 98 % of the walkable length lies in one body', () => {
    expect(main.share).toBeGreaterThan(0.98)
  })

  test('every doorway of a home lies on a way of the main body, but for the estate cut off', () => {
    const cut = new Set(planted(seed).stories.cutOff)
    const astray = buildings.filter((building) => building.residents !== null && !building.entrances.some((door) => main.holds(door)))
    expect(cut.size).toBeGreaterThan(3)
    expect(astray.map((building) => building.id).toSorted()).toEqual([...cut].toSorted())
  })

  test('every gate is a vertex of a way, and a third of the estates have one locked', () => {
    const vertices = new Set(walkable.flatMap((street) => street.line.map((point) => point.join())))
    const gates = all('gate')
    expect(gates.filter((gate) => !vertices.has(gate.position.join()))).toEqual([])
    const estates = new Set(gates.map((gate) => gate.estate))
    const locked = new Set(gates.filter((gate) => gate.locked !== 'never').map((gate) => gate.estate))
    expect(locked.size / estates.size).toBeGreaterThan(0.25)
    expect(locked.size / estates.size).toBeLessThan(0.42)
  })

  test('streets from arterial to local meet at angles of 40 degrees and more', () => {
    expect(sharpJunctions(streets.filter((street) => ['arterial', 'secondary', 'local'].includes(street.class)))).toEqual([])
  })

  test('four bridges carry roads over the river and two streets pass the railway between the ring roads', () => {
    const bridges = streets.filter((street) => street.bridge && street.class === 'arterial')
    expect(bridges.length).toBe(4)
    expect(streets.some((street) => street.steps && street.bridge)).toBe(true)
  })

  test('no two buildings share ground, but for towers in the hollow of their podium', () => {
    const outlines = buildings.map((building) => flat(building.footprint[0][0]))
    const clashes = closePairs(outlines).filter(([a, b]) => {
      if (!overlap(outlines[a], outlines[b])) return false
      const hole = [a, b].some((each) => buildings[each].footprint[0].length > 1)
      return !hole
    })
    expect(clashes.map(([a, b]) => `${buildings[a].id} ${buildings[b].id}`)).toEqual([])
  })

  test('no building stands in the river or on a carriageway', () => {
    const outlines = buildings.map((building) => flat(building.footprint[0][0]))
    const river = all('ground').filter((ground) => ground.name === '柳江').map((ground) => flat(ground.shape[0][0]))
    expect(outlines.filter((outline) => river.some((water) => overlap(outline, water)))).toEqual([])
    const roads = streets.filter((street) => ['arterial', 'secondary', 'local', 'lane'].includes(street.class) && street.name !== '')
    const lines = roads.map((street) => flat(street.line))
    const index = new Flatbush(lines.length)
    for (const line of lines) index.add(...boxOf(line))
    index.finish()
    const blocked = buildings.filter((_, at) => {
      const [west, south, east, north] = boxOf(outlines[at])
      return index.search(west - 30, south - 30, east + 30, north + 30).some((road) => outlines[at].some((corner) => metresTo(lines[road], corner) < (roads[road].widthMetres ?? 0) / 2 - 1))
    })
    expect(blocked.map((building) => building.id)).toEqual([])
  })
})

function sharpJunctions(streets: readonly Street[]): string[] {
  const arms = new Map<string, { heading: number; name: string }[]>()
  for (const street of streets) {
    const line = flat(street.line)
    street.line.forEach((point, index) => {
      for (const next of [index - 1, index + 1]) {
        if (next < 0 || next >= line.length) continue
        const key = point.join()
        arms.set(key, [...(arms.get(key) ?? []), { heading: Math.atan2(line[next][1] - line[index][1], line[next][0] - line[index][0]), name: street.name || street.id }])
      }
    })
  }
  const sharp: string[] = []
  for (const [key, list] of arms) {
    for (let a = 0; a < list.length; a++) for (let b = a + 1; b < list.length; b++) {
      if (list[a].name === list[b].name) continue
      const turn = Math.abs(((list[a].heading - list[b].heading + Math.PI * 3) % (Math.PI * 2)) - Math.PI)
      if ((turn * 180) / Math.PI < 40) sharp.push(`${list[a].name} ${list[b].name} ${Math.round((turn * 180) / Math.PI)} ${key}`)
    }
  }
  return sharp
}
