import { areaLevels } from '../../../geodata/model/area.ts'
import type { OpenCity } from '../open-city.ts'

/** A grid is answered with its community, where nothing finer is counted; an unknown code is left to whoever looks it up. */
export function upTo({ city: { areas } }: OpenCity, code: string, level: 'community' | 'street'): string {
  for (let at = areas.byCode.get(code) ?? -1; at >= 0; at = areas.parents[at]) if (areas.levels[at] <= areaLevels.indexOf(level)) return areas.codes[at]
  return code
}
