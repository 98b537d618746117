import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue } from '../../../seeds/catalogue.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Line, Row } from '../row.ts'
import { townRecords } from '../townRecords.ts'

/** BENCH.md: growth of the import from 10k to 1M at most n^1.1, streaming under 1 GB. */
const sizes = [10_000, 100_000, 1_000_000] as const

export const row: Row = { name: 'import', size: null, run: importGrowth }

async function importGrowth(): Promise<Line[]> {
  const milliseconds: number[] = []
  const lines: Line[] = []
  for (const size of sizes) {
    // Small ones once more: the first load also warms the code.
    if (size === sizes[0]) await timed(size)
    const { time, bytes } = await timed(size)
    milliseconds.push(time)
    lines.push({ work: `import ${size.toLocaleString('en')} buildings into SQLite`, milliseconds: time, note: `${Math.round(size / time * 1000).toLocaleString('en')} a second, ${Math.round(bytes / size)} bytes a building on disk` })
  }
  const exponent = Math.log(milliseconds[2] / milliseconds[0]) / Math.log(sizes[2] / sizes[0])
  return [
    ...lines,
    { work: 'growth of the import, 10k to 1M (exponent)', ratio: exponent, goal: { atMost: 1.1 } },
    { work: 'peak memory of the import of 1M buildings (GB)', ratio: process.resourceUsage().maxRSS / 1e6, goal: { atMost: 1 } },
  ]
}

async function timed(size: number): Promise<{ time: number; bytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  try {
    const path = join(folder, 'linli.sqlite')
    const store = await openStore(path)
    const start = performance.now()
    await store.load({ identity: { name: 'bench', demo: false, coding: 'text', attribution: '', mapApproval: '', sourceDate: null }, catalogue, records: townRecords(size), actor: 'bench', replace: false })
    const time = performance.now() - start
    store.close()
    return { time, bytes: statSync(path).size }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
