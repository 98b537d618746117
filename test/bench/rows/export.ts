import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CityRecord } from '../../../geodata/model/city.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { runExport } from '../../../server/jobs/run-export.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { area, facility, smallIdentity, square } from '../../tools/small-city.ts'
import type { Line, Row } from '../row.ts'

/** An export holds a page of rows, not the list: what it takes must not grow with it. */
const sites = 100_000
const formats = ['csv', 'xlsx', 'geojson'] as const

export const row: Row = { name: 'export', size: null, run: exports }

async function exports(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const store = await openStore(join(folder, 'linli.sqlite'))
  try {
    await store.load({ identity: smallIdentity, catalogue, records: records(), actor: 'bench', replace: false })
    const lines: Line[] = []
    for (const format of formats) lines.push(await exported(store, folder, format))
    return lines
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function exported(store: Awaited<ReturnType<typeof openStore>>, folder: string, format: (typeof formats)[number]): Promise<Line> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 20)
  const start = performance.now()
  let turn = start, longest = 0
  const turns = setInterval(() => {
    longest = Math.max(longest, performance.now() - turn)
    turn = performance.now()
  }, 1)
  const wish = { kind: 'export', list: 'facility', format, area: null, areaName: null, asOf: null, language: 'zh' } as const
  const { file } = await runExport(store, { id: format, wish, folder, owner: 'bench' }, { progress: () => {}, loading: () => {}, signal: new AbortController().signal })
  const milliseconds = performance.now() - start
  clearInterval(watch)
  clearInterval(turns)
  return { work: `export of ${sites.toLocaleString('en')} sites as ${format}`, milliseconds, note: `${((file?.bytes ?? 0) / 1e6).toFixed(1)} MB, ${((most - before) / 1e6).toFixed(0)} MB of memory, an edit waits ${longest.toFixed(0)} ms at most` }
}

/** Sites on a lattice of 40 communities. */
function* records(): Iterable<CityRecord> {
  for (let i = 0; i < 40; i++) yield { kind: 'area', record: area(String(110105001001 + i), 'community', `社区 ${i}`, null, square(i * 10, 0, 10, 100)) }
  for (let i = 0; i < sites; i++) yield { kind: 'facility', record: facility(`site-${i}`, 'canteen', (i % 1000) * 0.4, Math.floor(i / 1000), { name: `第 ${i} 食堂`, phone: '010-0000 0000', hours: '周一至周五 11:00-13:00' }) }
}
