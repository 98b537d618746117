import type { AreaLevel } from '../../../geodata/model/area.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Step } from '../../../geodata/model/step.ts'
import type { OverlayContent } from '../../map/overlay/shapes.ts'
import type { WhatIfAnswer } from '../../scenarios/compared.ts'
import { subjectOf } from '../steps.ts'

type AreaRow = WhatIfAnswer['byArea'][number]
export type ProposalArea = { code: string; name: string; before: number | null; after: number | null; total: number | null; gain: number | null }

/** Rows that find room on a page of paper. */
export const mostAreas = 16
export const mostBuildings = 34

/** Communities (grids where the question is about one community), those that gain most first; `rest`: how many more change. Areas with nobody of the group are left out. */
export const areasOf = ({ byArea, question }: WhatIfAnswer, levelOf: (code: string) => AreaLevel | null): { rows: ProposalArea[]; rest: number } => {
  const inCommunity = question.area !== null && levelOf(question.area) === 'community'
  const wanted: AreaLevel = inCommunity || !byArea.some(({ level }) => level === 'community') ? 'grid' : 'community'
  const rows = byArea.filter(({ level, residents }) => level === wanted && residents.total !== 0).map(told)
  const sorted = rows.toSorted((a, b) => Math.abs(b.gain ?? 0) - Math.abs(a.gain ?? 0) || share(a) - share(b))
  return { rows: sorted.slice(0, mostAreas), rest: Math.max(0, sorted.length - mostAreas) }
}

const told = ({ code, name, residents: { before, after, total } }: AreaRow): ProposalArea => ({ code, name, before, after, total, gain: before === null || after === null ? null : after - before })
const share = ({ after, total }: ProposalArea): number => (after === null || !total ? 0 : after / total)

/** Where the steps are done, numbered as in the list; steps about something whose place is not known are left out. */
export const marksOf = (steps: readonly Step[], placeOf: (id: string) => Position | null): OverlayContent => ({
  places: steps.flatMap((step, at) => {
    const position = step.kind === 'add' ? step.site.position : step.kind === 'move' ? step.position : step.kind === 'passage' ? step.from : placeOf(subjectOf(step))
    return position ? [{ id: `step ${at + 1}`, name: String(at + 1), position, sign: 'project' as const }] : []
  }),
})

type Box = readonly [number, number, number, number]
/** Room left around what changes, of its width and height; what is small is shown with so much of its surroundings, degrees. */
const room = 0.25
const leastDegrees = 0.012

/** A box around these places with some room, within the whole; the whole where there are none or they spread over most of it. */
export const boxOf = (places: readonly (readonly [number, number])[], whole: Box): Box => {
  if (places.length === 0) return whole
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
  const side = (values: readonly number[]): [number, number] => {
    const low = values.reduce((a, b) => Math.min(a, b)), high = values.reduce((a, b) => Math.max(a, b))
    const more = Math.max((high - low) * room, (leastDegrees - (high - low)) / 2)
    return [low - more, high + more]
  }
  const [[west, east], [south, north]] = [side(lons), side(lats)]
  return east - west > 0.7 * (whole[2] - whole[0]) || north - south > 0.7 * (whole[3] - whole[1]) ? whole : [west, south, east, north]
}
