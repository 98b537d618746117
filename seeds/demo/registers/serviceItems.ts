import type { CityRecord } from '../../../geodata/model/city.ts'
import { serviceItems } from '../../catalogue/serviceItems.ts'
import { slots } from '../../catalogue/slots.ts'
import type { Garden } from './garden.ts'
import { monthStart, row } from './row.ts'
import { isResettled, ownSite } from './slots.ts'

/** Done without going anywhere, or by a worker who comes round. */
const online = new Set(['bill', 'party', 'residence', 'medicalInsurance', 'pension', 'unemployment', 'startup'])
const byAgent = new Set(['elderAllowance', 'care', 'disabilityAid', 'letters'])
/** Items of the 38 at the resettlement community's counter. */
const atResettled = 21

/** The 38 items: the five that the source document names are everywhere, the others are still being taken in (正在逐步纳入). */
export function* serviceItemEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('service items')
  const stationSlot = slots.find(({ code }) => code === 'station')
  for (const [index, community] of garden.communities.entries()) {
    const station = stationSlot ? ownSite(garden, community, stationSlot) : null
    const wanted = isResettled(community) ? atResettled : index === 0 ? serviceItems.length : dice.whole(28, 37)
    for (const [order, { code }] of serviceItems.slice(0, wanted).entries()) {
      const mode = online.has(code) ? 'online' : byAgent.has(code) ? 'agent' : 'window'
      // The last few of each were taken in within the 24 months.
      const validFrom = order >= wanted - 4 ? monthStart(dice.whole(2, 22)) : null
      yield row('serviceItem', `item-${community.code}-${code}`, { item: code, mode, facility: mode === 'online' ? null : (station?.id ?? null) }, { area: community.code, validFrom })
    }
  }
}
