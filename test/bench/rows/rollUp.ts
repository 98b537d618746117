import { tallyCommunities, tallyCovered, tallyTotals } from '../../../geodata/kernel/tally.ts'
import type { Row } from '../row.ts'
import { interleaved } from '../row.ts'
import { productColumns } from './network.ts'

export const row: Row = {
  name: 'rollUp', size: { buildings: 1_000_000, nodes: 200_000 },
  run(city) {
    if (!city) return []
    const columns = productColumns(city)
    const totals = tallyTotals(city, 'all')
    const times = interleaved({
      network: () => { productColumns(city) },
      rollUp: () => { for (const metres of columns) tallyCommunities(city, tallyCovered(city, 'all', metres, 1000).residentsCovered, totals.residentsTotal) },
    })
    return [{ work: 'roll-up of 20 categories to every area, all denominators', milliseconds: times.rollUp, ratio: times.rollUp / times.network, goal: { atMost: 0.35 }, note: 'of the network run' }]
  },
}
