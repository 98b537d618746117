import type { AnswerOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { wall } from '../../../geodata/contract/wall.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import { wallNumberCodes } from '../../../geodata/model/wall.ts'
import { isTold, tells, viewOf } from '../../security/visibility.ts'
import { boxOf } from '../area-finder.ts'
import type { OpenCity } from '../open-city.ts'
import { numbersOf, type AreaThen } from './numbers.ts'
import { reachTotals } from './reach.ts'

export type WallChild = AnswerOf<typeof wall>['children'][number]
type Drawn = Pick<WallChild, 'box' | 'label'>

const estateLevel = areaLevels.indexOf('estate')
const drawn = new WeakMap<OpenCity['names'], { geometry: number; areas: Map<string, Promise<Drawn>> }>()

/** Codes of the next level down; of the whole city the topmost areas. */
export function partsOf({ city: { areas } }: OpenCity, area: string | null): string[] {
  const at = area === null ? -1 : (areas.byCode.get(area) ?? -1)
  return areas.codes.filter((_, i) => areas.parents[i] === at && areas.levels[i] !== estateLevel).toSorted()
}

/** Each with its own figures, as this reader is told them. */
export function childrenOf(open: OpenCity, codes: readonly string[], then: Omit<AreaThen, 'area'>, reader: Reader): Promise<WallChild[]> {
  const told = codes.filter((code) => tells(open, viewOf(open, reader, code), open.city.areas.byCode.get(code) ?? -1))
  return Promise.all(told.map(async (code): Promise<WallChild> => {
    const at = open.city.areas.byCode.get(code) ?? -1
    const numbers = await numbersOf(open, { ...then, area: code }, reader)
    return {
      code, name: open.city.areas.names[at], level: areaLevels[open.city.areas.levels[at]], ...(await drawnOf(open, code)), residents: residentsOf(open, code, reader),
      numbers: Object.fromEntries(wallNumberCodes.map((number) => [number, { value: numbers[number].value, of: numbers[number].of }])),
    }
  }))
}

/** Everybody who lives there; null: not told. */
export function residentsOf(open: OpenCity, area: string | null, reader: Reader): number | null {
  const view = viewOf(open, reader, area), { areas } = open.city
  const at = area === null ? -1 : (areas.byCode.get(area) ?? -1)
  return isTold(open, view, 'all', at) ? reachTotals(open, view.city).persons[at < 0 ? areas.count + 1 : at] : null
}

function drawnOf(open: OpenCity, code: string): Promise<Drawn> {
  const known = drawn.get(open.names)
  const kept = known?.geometry === open.versions.geometry ? known : { geometry: open.versions.geometry, areas: new Map<string, Promise<Drawn>>() }
  drawn.set(open.names, kept)
  const own = kept.areas.get(code) ?? draw(open, code)
  kept.areas.set(code, own)
  return own
}

async function draw(open: OpenCity, code: string): Promise<Drawn> {
  const boundary = (await open.names.area(code))?.boundary ?? []
  return boundary.length === 0 ? { box: null, label: null } : { box: boxOf(boundary), label: [...innerPoint(boundary)] }
}
