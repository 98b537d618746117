import { parentPort } from 'node:worker_threads'
import { reachCache } from '../../geodata/kernel/cache.ts'
import { answerCoverage } from '../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../geodata/kernel/question.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import { syntheticCity } from './synthetic.ts'

/** What the memory row hears from its worker. */
export type MemoryReport = { coldMilliseconds: number; residentMegabytes: number; peakMegabytes: number; columns: number }

const city = syntheticCity({ buildings: 1_000_000, nodes: 200_000 })
const cache = reachCache()
const start = performance.now()
for (const category of city.catalogue.categories) answerCoverage(city, emptyOverlay, fillQuestion(city.catalogue, { category: category.code }), cache)
const coldMilliseconds = performance.now() - start
globalThis.gc?.()
globalThis.gc?.()
const report: MemoryReport = { coldMilliseconds, residentMegabytes: process.memoryUsage().rss / 1e6, peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6, columns: cache.columns.size }
parentPort?.postMessage(report, [])
