import { asked } from '../../../geodata/kernel/asked.ts'
import { membersOf } from '../../../geodata/kernel/members.ts'
import { project } from '../../../geodata/kernel/plane.ts'
import { ruleValue } from '../../../geodata/kernel/question.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Question } from '../../../geodata/model/question.ts'
import type { OpenCity } from '../open-city.ts'

/** Whether a place could be within the limit of a building of the asked area, as the crow flies; never says no where the walk would say yes. By squares as wide as the limit. */
export function reachableFrom({ city }: Pick<OpenCity, 'city'>, question: Question): (position: Position) => boolean {
  const { marginalMetres } = asked(city, emptyOverlay, question)
  // Both ends walk to a street first.
  const side = marginalMetres + 2 * ruleValue(city.catalogue, 'snapMetres')
  const { x, y, count } = city.buildings
  const area = question.area === null ? undefined : city.areas.byCode.get(question.area)
  const held = new Set<string>()
  const hold = (i: number): unknown => held.add(`${Math.floor(x[i] / side)} ${Math.floor(y[i] / side)}`)
  if (area === undefined) for (let i = 0; i < count; i++) hold(i)
  else for (const i of membersOf(city, [area])) hold(i)
  const point = new Float64Array(2)
  return ([lon, lat]) => {
    project(city.plane, lon, lat, point)
    const column = Math.floor(point[0] / side), row = Math.floor(point[1] / side)
    for (let east = -1; east <= 1; east++) for (let north = -1; north <= 1; north++) if (held.has(`${column + east} ${row + north}`)) return true
    return false
  }
}
