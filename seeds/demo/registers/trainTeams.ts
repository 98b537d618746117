import type { CityRecord } from '../../../geodata/model/city.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Garden } from './garden.ts'
import { row } from './row.ts'
import { isResettled } from './slots.ts'

type Staff = FieldsOf<'staff'>
type Tally = FieldsOf<'tally'>

/** Communities without a liaison beside the resettlement community, by their place in the list. */
const withoutLiaison = [8, 20]
/** Where cadres of the city came from (document 004). */
const origins = [['entrepreneur', 1225], ['returned', 279], ['graduate', 209], ['veteran', 380]] as const
/** What the city reported upward (document 004): 47,137 members of administrations and public institutions and others make more than 50,000; more than 60,000 posts. */
const cityTallies: readonly (readonly [Tally['kind'], number, string])[] = [
  ['reportedMembers', 47_137, '市县行政事业单位在职党员'], ['reportedMembers', 3_264, '其他单位在职党员'], ['claimedPosts', 61_280, '认领岗位'], ['pairedUnits', 812, '结对单位'], ['pairedMembers', 20_460, '结对党员'], ['platforms', 2046, '综合服务平台'], ['partyMembers', 330_000, '党员'],
]

/** Four teams of every community and grid; what is asked of a year and done; figures of the whole city. */
export function* teamEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('teams'), bare = { required: null, over50: null, belowHighSchool: null, origin: null } as const
  const staff = (area: string, kind: Staff['kind'], fields: Partial<Staff> & { actual: number }): CityRecord => row('staff', `staff-${area}-${kind}${fields.origin ? `-${fields.origin}` : ''}`, { ...bare, kind, ...fields }, { area })
  const tally = (area: string, kind: Tally['kind'], year: number, done: number, required: number | null, name = '', number = ''): CityRecord => row('tally', `tally-${area}-${kind}-${year}${number}`, { kind, year, required, done }, { area, name })
  for (const [index, community] of garden.communities.entries()) {
    const { code, grids } = community, resettled = isResettled(community)
    const cadres = dice.whole(6, 9)
    // In the resettlement community most are over fifty and left school early (document 003).
    yield staff(code, 'cadre', { required: 9, actual: cadres, over50: resettled ? Math.ceil(cadres * 0.75) : dice.whole(1, 4), belowHighSchool: resettled ? Math.ceil(cadres * 0.75) : dice.whole(0, 2) })
    yield staff(code, 'liaison', { required: 1, actual: resettled || withoutLiaison.includes(index) ? 0 : 1 })
    yield staff(code, 'volunteer', { actual: dice.whole(25, 90) })
    for (const grid of grids) yield staff(grid.code, 'gridWorker', { required: 1, actual: dice.chance(resettled ? 0.5 : 0.93) ? 1 : 0 })
    for (const [year, part] of [[2025, 1], [2026, 0.5]] as const) {
      const lazy = resettled || index % 6 === 5 ? 0.6 : 1.05
      yield tally(code, 'threeMeetings', year, Math.round(24 * part * lazy), 24)
      yield tally(code, 'cadreTraining', year, Math.round(4 * part * (index % 4 === 1 ? 0.5 : 1)), 4)
      yield tally(code, 'newMembers', year, dice.whole(0, 3), null)
      yield tally(code, 'serviceDays', year, Math.round(12 * part * dice.between(0.6, 1)), 12)
      yield tally(code, 'classes', year, Math.round(dice.whole(2, 9) * part), null)
      yield tally(code, 'responsibilityZones', year, grids.length * 3 - (resettled ? 8 : dice.chance(0.25) ? dice.whole(1, 3) : 0), grids.length * 3)
    }
  }
  for (const [origin, actual] of origins) yield staff(garden.city, 'cadre', { actual, origin })
  for (const [at, [kind, done, name]] of cityTallies.entries()) yield tally(garden.city, kind, 2025, done, null, name, `-${at + 1}`)
}
