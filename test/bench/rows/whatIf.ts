import { footingOf } from '../../../geodata/kernel/footing.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { reachColumn } from '../../../geodata/kernel/reach.ts'
import { reachRow } from '../../../geodata/kernel/row.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Source } from '../../../geodata/kernel/sources.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Line, Row } from '../row.ts'
import { median } from '../row.ts'

const boundMetres = 1200

export const row: Row = {
  name: 'whatIf', size: { buildings: 1_000_000, nodes: 500_000 },
  run(city) {
    if (!city) return []
    const footing = footingOf(city, false, [])
    const sources = sourcesOf(city, emptyOverlay, 'c10', 'all')
    const base = reachColumn(footing, sources, boundMetres)
    const random = seededRandom(9)
    const ghost = (): Source => {
      const i = Math.floor(random() * city.buildings.count)
      return { facility: city.facilities.count, id: 'ghost', x: city.buildings.x[i], y: city.buildings.y[i], onlyAreas: [], onlyKey: '' }
    }
    const times: number[] = []
    let reached = 0, gained = 0
    for (let k = 0; k < 500; k++) {
      const source = ghost()
      const start = performance.now()
      const found = reachRow(footing, source, boundMetres)
      // What the position would gain: residents within 1,000 m who are farther from every site of today.
      for (let i = 0; i < found.buildings.length; i++) if (found.metres[i] <= 1000 && base[found.buildings[i]] > 1000) gained += city.buildings.residents.all[found.buildings[i]]
      if (k >= 100) times.push(performance.now() - start)
      reached += found.buildings.length
    }
    let differing = 0
    for (let k = 0; k < 5; k++) {
      const source = ghost()
      const again = reachColumn(footing, [...sources, source], boundMetres)
      const patched = base.slice()
      const found = reachRow(footing, source, boundMetres)
      found.buildings.forEach((building, i) => { patched[building] = Math.min(patched[building], found.metres[i]) })
      patched.forEach((metres, i) => { if (metres !== again[i]) differing++ })
    }
    const one = median(times)
    const lines: Line[] = [
      { work: 'one what-if position, 500k nodes, 1,200 m', milliseconds: one, note: `${one < 1 ? 'under' : 'NOT under'} 1 ms; ${Math.round(reached / 500)} buildings reached, ${Math.round(gained / 500)} residents gained on average` },
      { work: 'what-if, buildings that differ from a full recompute', ratio: differing, goal: { atMost: 0 }, note: 'to the bit' },
    ]
    return lines
  },
}
