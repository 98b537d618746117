import { expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import { straightColumn, straightNearest, straightRow } from '../../../geodata/kernel/straight.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import type { Source } from '../../../geodata/kernel/sources.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import { building, smallBox } from '../../tools/small-city.ts'

test.each([1, 2, 3, 4])('straight metres of city %d equal trying every site from every door', (seed) => {
  const records = randomCity(seed)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  for (const category of ['canteen', 'clinic', 'market']) compare(city, sourcesOf(city, emptyOverlay, category, '60plus'))
})

test('straight metres over many blocks of cells equal trying every site', () => {
  const random = seededRandom(7)
  const homes = Array.from({ length: 1500 }, (_, k) => ({ kind: 'building', record: building(`b${k}`, random() ** 2 * 40, random() ** 2 * 40, { entrances: [] }) }) as const)
  const city = buildCity(catalogue, smallBox, homes)
  const sources: Source[] = Array.from({ length: 40 }, (_, k) => ({ facility: k, id: `f${k}`, x: Math.fround((random() - 0.5) * 4000), y: Math.fround((random() - 0.5) * 5000), onlyAreas: [], onlyKey: '' }))
  compare(city, sources)
  compare(city, sources.slice(0, 1))
  compare(city, [])
})

function compare(city: City, sources: readonly Source[]): void {
  for (const boundMetres of [150, 600, Infinity]) {
    const nearest = straightNearest(city, sources, boundMetres)
    const column = straightColumn(city, sources, boundMetres)
    const rows = sources.map((source) => straightRow(city, source, boundMetres))
    for (let i = 0; i < city.buildings.count; i++) {
      let least = Infinity, byRow = Infinity
      sources.forEach((source, s) => {
        const metres = metresByHand(city, source, i)
        if (metres <= boundMetres && metres < least) least = metres
        const k = rows[s].buildings.indexOf(i)
        if (k >= 0) byRow = Math.min(byRow, rows[s].metres[k])
      })
      expect([nearest.metres[i], column[i], byRow]).toEqual([least, least, least])
      if (least < Infinity) expect(metresByHand(city, sources.find((source) => source.facility === nearest.facility[i]) ?? sources[0], i)).toBe(least)
      else expect(nearest.facility[i]).toBe(-1)
    }
  }
}

function metresByHand(city: City, source: Source, i: number): number {
  const { x, y, area, doorOffsets, doorX, doorY } = city.buildings
  if (source.onlyAreas.length > 0 && !source.onlyAreas.some((only) => area[i] === only || city.areas.parents[area[i]] === only)) return Infinity
  const places = doorOffsets[i] === doorOffsets[i + 1] ? [[x[i], y[i]]] : Array.from(doorX.slice(doorOffsets[i], doorOffsets[i + 1]), (atX, k) => [atX, doorY[doorOffsets[i] + k]])
  return Math.min(...places.map(([atX, atY]) => Math.fround(Math.sqrt((source.x - atX) ** 2 + (source.y - atY) ** 2))))
}
