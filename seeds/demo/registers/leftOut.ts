import { cacheOf } from '../../../geodata/kernel/caches.ts'
import { cityBuilder } from '../../../geodata/kernel/city.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { catalogue } from '../../catalogue.ts'

/** Homes of an area beyond the usual limit of a category, for its usual group: what the product itself counts for a task. */
export function leftOutOf(records: readonly CityRecord[], category: string): (area: string) => number {
  const doors = records.flatMap((one): Position[] => (one.kind === 'building' ? one.record.footprint.flatMap((polygon) => polygon[0]) : []))
  const side = (axis: 0 | 1, pick: (...values: number[]) => number): number => doors.reduce((found, position) => pick(found, position[axis]), doors[0][axis])
  const builder = cityBuilder(catalogue, [side(0, Math.min), side(1, Math.min), side(0, Math.max), side(1, Math.max)])
  for (const row of records) {
    if (row.kind === 'area') builder.addArea(row.record)
    else if (row.kind === 'street') builder.addStreet(row.record)
    else if (row.kind === 'gate') builder.addGate(row.record)
    else if (row.kind === 'building') builder.addBuilding(row.record)
    else if (row.kind === 'facility') builder.addFacility(row.record)
  }
  const city = builder.finish()
  const { areas } = answerCoverage(city, emptyOverlay, fillQuestion(catalogue, { category }), cacheOf(city))
  return (area) => {
    const at = city.areas.byCode.get(area) ?? city.areas.count
    return areas.buildingsTotal[at] - areas.buildingsCovered[at]
  }
}
