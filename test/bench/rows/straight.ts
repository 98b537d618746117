import Flatbush from 'flatbush'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import { straightColumn } from '../../../geodata/kernel/straight.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { barePointsOf } from '../bare/taken.ts'
import { bareStraight } from '../bare/straight.ts'
import type { Line, Row } from '../row.ts'
import { interleaved } from '../row.ts'

/** flatbush answers one question at a time at constant cost: every tenth building is asked and the time multiplied, else it alone takes minutes. */
const sampleStep = 10

export const row: Row = {
  name: 'straight', size: { buildings: 1_000_000, nodes: 200_000 },
  run(city) {
    if (!city) return []
    const points = barePointsOf(city)
    let columns: Float32Array[] = [], bare: Float32Array[] = [], tree: Float32Array[] = []
    const times = interleaved({
      product: () => { columns = productColumns(city) },
      kernel: () => { bare = bareStraight(points) },
      flatbush: () => { tree = points.siteX.map((_, category) => flatbushSample(points.x, points.y, points.siteX[category], points.siteY[category])) },
    })
    const scaled = times.flatbush * sampleStep
    return [
      { work: 'straight line, bare kernel', milliseconds: times.kernel },
      { work: 'straight line, product', milliseconds: times.product, ratio: times.product / times.kernel, goal: { atMost: 1.5 }, note: 'times the kernel' },
      { work: 'straight line, flatbush', milliseconds: scaled, ratio: scaled / times.product, goal: { atLeast: 10 }, note: `times the product; every ${sampleStep}th building, time multiplied` },
      differing('straight line, buildings that differ from the kernel', columns, bare, 1),
      differing('straight line, buildings that differ from flatbush', columns, tree, sampleStep),
    ]
  },
}

export const productColumns = (city: City): Float32Array[] => city.catalogue.categories.map((category) => straightColumn(city, sourcesOf(city, emptyOverlay, category.code, 'all'), Infinity))

function flatbushSample(x: Float32Array, y: Float32Array, siteX: Float32Array, siteY: Float32Array): Float32Array {
  const tree = new Flatbush(siteX.length, 16, Float32Array)
  for (let s = 0; s < siteX.length; s++) tree.add(siteX[s], siteY[s], siteX[s], siteY[s])
  tree.finish()
  const metres = new Float32Array(Math.ceil(x.length / sampleStep))
  for (let i = 0, k = 0; i < x.length; i += sampleStep, k++) {
    const [site] = tree.neighbors(x[i], y[i], 1)
    metres[k] = Math.hypot(siteX[site] - x[i], siteY[site] - y[i])
  }
  return metres
}

/** Column `b` holds every step-th entry of `a`; a centimetre of difference is rounding. */
function differing(work: string, a: readonly Float32Array[], b: readonly Float32Array[], step: number): Line {
  let count = 0
  b.forEach((column, category) => column.forEach((metres, k) => { if (Math.abs(a[category][k * step] - metres) > 0.01) count++ }))
  return { work, ratio: count, goal: { atMost: 0 }, note: 'by more than 1 cm' }
}
