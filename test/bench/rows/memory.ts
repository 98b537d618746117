import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { MemoryReport } from '../memoryWorker.ts'
import type { Row } from '../row.ts'

/**
 * A city of a million buildings is built record by record and asked about all categories with one cache, in a worker as on the server. The young
 * generation is kept small: building a city makes short-lived records only, and without the limit V8 keeps 100 MB more for them.
 */
export const row: Row = {
  name: 'memory', size: null,
  async run() {
    const worker = new Worker(new URL('../memoryWorker.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 24 } })
    const [report] = (await once(worker, 'message')) as [MemoryReport]
    return [
      { work: 'coverage of all 20 categories, cold', milliseconds: report.coldMilliseconds },
      {
        work: 'memory at 1M buildings, all categories, resident', ratio: Math.round(report.residentMegabytes), goal: { atMost: 600 },
        note: `MB; peak ${report.peakMegabytes.toFixed(0)} MB; ${report.columns} columns kept; kernel alone, without database and tiles`,
      },
    ]
  },
}
