import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Garden } from './garden.ts'
import { monthStart, row } from './row.ts'

const months = 24
/** Workers of the district's platforms at the end, what share of them an organisation reaches, and how many in a hundred are members: invented. */
const platforms = [['food', 1460, 0.41, 2], ['parcels', 980, 0.46, 3], ['rides', 720, 0.28, 4], ['freight', 310, 0.19, 2], ['domestic', 540, 0.12, 1]] as const

/** 新就业群体, the third group: counts of each platform by street and month, growing, with a dip at the Spring Festival (January or February). */
export function* workerEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('workers')
  const weights = garden.streets.map(() => dice.between(0.8, 1.2))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [street, { code }] of garden.streets.entries()) {
    for (const [platform, last, share, membersInHundred] of platforms) {
      for (let month = 0; month < months; month++) {
        const from = monthStart(month), dip = from.slice(5, 7) === '02' ? 0.8 : 1
        const workers = Math.round((last * weights[street] / whole) * (0.72 + (0.28 * month) / (months - 1)) * dip * dice.between(0.98, 1.02))
        const organised = Math.round(workers * share * (0.5 + (0.5 * month) / (months - 1)))
        yield row('newEmployment', `workers-${street + 1}-${platform}-${month + 1}`, { platform, month: from.slice(0, 7), workers, organised, members: Math.round((workers * membersInHundred) / 100) }, { area: code })
      }
    }
  }
}
