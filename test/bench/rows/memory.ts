import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Row } from '../row.ts'
import { syntheticCity } from '../synthetic.ts'

/** A process of its own: a city of a million buildings is built record by record, then asked about all categories with one cache. */
export const row: Row = {
  name: 'memory', size: null,
  run() {
    const city = syntheticCity({ buildings: 1_000_000, nodes: 200_000 })
    const cache = reachCache()
    const start = performance.now()
    for (const category of city.catalogue.categories) answerCoverage(city, emptyOverlay, fillQuestion(city.catalogue, { category: category.code }), cache)
    const milliseconds = performance.now() - start
    globalThis.gc?.()
    globalThis.gc?.()
    const resident = process.memoryUsage().rss / 1e6
    return [
      { work: 'coverage of all 20 categories, cold', milliseconds },
      { work: 'memory at 1M buildings, all categories, resident', ratio: resident, goal: { atMost: 600 }, note: `MB; peak ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB while building; ${cache.columns.size} columns kept` },
    ]
  },
}
