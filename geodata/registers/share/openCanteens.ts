import type { Facility } from '../../model/facility.ts'
import type { RegisterState } from '../../model/register.ts'
import { total } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { communityOfSite } from './openSites.ts'

/** 34 单位食堂: whom the canteens of units admit. */
export const openCanteens: Register = (input) => {
  const canteens = input.facilities.filter(({ category, unit }) => category === canteen && unit !== null)
    .map((site) => ({ site, state: stateOf(site), community: communityOfSite(input, site), owner: site.unit === null ? null : input.unit(site.unit) }))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.site.id < b.site.id ? -1 : 1))
  const of = (state: RegisterState) => canteens.filter((one) => one.state === state)
  const serving = of('done'), closed = of('none')
  const spare = total(closed, ({ site }) => site.capacity.spareSeats)
  return {
    headlines: [{ code: 'serving', value: serving.length, of: canteens.length, kind: 'count' }, { code: 'byArrangement', value: of('partial').length, of: canteens.length, kind: 'count' }, { code: 'spareClosed', value: spare, of: null, kind: 'count' }],
    columns: [
      { code: 'name', kind: 'text' }, { code: 'unit', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'openTo', kind: 'text', choice: 'facility.audience' },
      { code: 'seats', kind: 'count' }, { code: 'spareSeats', kind: 'count' }, { code: 'state', kind: 'state' },
    ],
    rows: canteens.map(({ site, state, community, owner }): Row => ({
      id: site.id, opens: 'facility', area: community, position: site.position, cells: [site.name, owner?.name ?? null, community, site.admission.audience, site.capacity.seats, site.capacity.spareSeats, state],
    })),
    map: { kind: 'points', column: 'state' },
    answer: { canteens: canteens.length, serving: serving.length, arranged: of('partial').length, closed: closed.length, spare, places: serving.length === 0 ? null : serving.map(({ site }) => site.name).join('、') },
    atoms: [],
  }
}

const canteen = 'canteen'
const order: readonly RegisterState[] = ['done', 'partial', 'none']

/** Open to retired residents, open by arrangement, or for staff (and other groups) only. */
function stateOf({ admission: { audience } }: Facility): RegisterState {
  if (audience === 'everyone' || audience === 'retired') return 'done'
  return audience === 'byArrangement' ? 'partial' : 'none'
}
