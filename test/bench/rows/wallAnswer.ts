import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reader } from '../../../geodata/contract/exchange.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { demoCity } from '../../../seeds/demo.ts'
import { openCity, type OpenCity } from '../../../server/answers/open-city.ts'
import { eventColumns } from '../../../server/answers/heat/event-columns.ts'
import { registerRecords } from '../../../server/answers/registers/register-records.ts'
import { wallAnswer } from '../../../server/answers/wall/wall-answer.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { median, pairs, type Line, type Row } from '../row.ts'

const leader: Reader = { role: 'leader', areas: [] }

/** Issue 6: the wall of the whole demonstration, aimed at 300 ms cold. */
export const row: Row = { name: 'wallAnswer', size: null, run: wall }

async function wall(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const store = await openStore(join(folder, 'linli.sqlite'))
  try {
    const { identity, records } = demoCity({ seed: 1 })
    await store.load({ identity, records, catalogue, actor: 'bench', replace: false })
    const open = await openCity(store)
    if (!open) throw new Error('the demonstration is not there')
    const reading = await timed(async () => { await registerRecords(open); await eventColumns(open) })
    const cold = await timed(() => wallAnswer(open, {}, leader, 'zh'))
    const warm = await several(() => wallAnswer(open, {}, leader, 'zh'))
    let changes = 0
    const changed = await several(() => wallAnswer(after(open, ++changes), {}, leader, 'zh'))
    const communities = open.city.areas.codes.filter((code) => code.length === 12)
    const choice = await several(() => wallAnswer(open, { only: communities.join() }, leader, 'zh'))
    return [
      { work: 'records and events of the demonstration, read once', milliseconds: reading, note: 'whatever page asks first' },
      { work: 'the wall of the whole city, first asked', milliseconds: cold, note: 'eight numbers of twelve months, twelve boards' },
      { work: 'the same again', milliseconds: warm },
      { work: 'the same after a change', milliseconds: changed, note: 'all kept figures made anew' },
      { work: `a choice of all ${communities.length} communities`, milliseconds: choice },
    ]
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The city as it would be after a text was changed: nothing that is kept by its versions holds. */
const after = (open: OpenCity, changes: number): OpenCity => ({ ...open, versions: { ...open.versions, text: open.versions.text + changes } })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function several(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= pairs; round++) times.push(await timed(work))
  return median(times.slice(1))
}
