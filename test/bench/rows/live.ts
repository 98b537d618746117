import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../../server/store/open-store.ts'
import { change } from '../../tools/edits.ts'
import { eventReader, type EventReader } from '../../tools/event-reader.ts'
import { median, pairs, type Line, type Row } from '../row.ts'
import { withServedDemo } from '../servedDemo.ts'

/**
 * An edit is in the figures of every open page within two seconds: two pages listen to the event stream as browsers do, and each asks its own
 * question again once it is told. The edit is made over HTTP by an editor, then by another process, which the server has to notice by itself.
 * The slowest of all rounds and pages counts, not the median.
 */
export const row: Row = { name: 'live', size: null, run: live }

const withinMilliseconds = 2000
const canteen = 'd1-facility-11'
const password = 'Linden-4711'
/** A wall looks at the whole city, a planner at one community. */
const questions = ['category=canteen&minutes=10&group=all', 'category=canteen&minutes=10&group=all&area=990101001001']

async function live(): Promise<Line[]> {
  return withServedDemo(async ({ address, folder, path }) => {
    const editor = await logIn(address, folder)
    const pages = await Promise.all(questions.map((question) => openPage(address, question)))
    const store = await openStore(path)
    const byHttp: number[] = [], byAnother: number[] = []
    const figure = `${address}/api/v1/facilities/${canteen}`
    const patch = async (audience: string): Promise<void> => {
      const read = await fetch(figure, { headers: editor })
      const { record } = (await read.json()) as { record: { admission: object } }
      const told = await fetch(figure, { method: 'PATCH', headers: { ...editor, 'content-type': 'application/json', 'if-match': read.headers.get('etag') ?? '' }, body: JSON.stringify({ admission: { ...record.admission, audience } }) })
      if (!told.ok) throw new Error(await told.text())
    }
    const write = async (audience: 'everyone' | 'staff'): Promise<void> => {
      const outcome = await change(store, 'facility', canteen, { admission: { audience, minAge: null, maxAge: null, onlyAreas: [] } }, 'bench')
      if (!outcome.ok) throw new Error(outcome.refusal.code)
    }
    for (let round = 0; round <= pairs; round++) {
      for (const [times, edit] of [[byHttp, patch], [byAnother, write]] as const) {
        for (const audience of ['everyone', 'staff'] as const) {
          const start = performance.now()
          const changed = pages.map((page) => page.changed())
          await edit(audience)
          await Promise.all(changed)
          if (round > 0) times.push(performance.now() - start)
        }
      }
    }
    await Promise.all(pages.map((page) => page.leave()))
    store.close()
    return [line('an edit over HTTP is in the figures of two open pages', byHttp), line('an edit by another process is in them', byAnother)]
  })
}

function line(work: string, times: readonly number[]): Line {
  const slowest = Math.max(...times)
  return { work: `${work}, of two seconds`, milliseconds: median(times), ratio: slowest / withinMilliseconds, goal: { atMost: 1 }, note: `slowest of ${times.length}: ${slowest.toFixed(0)} ms` }
}

type OpenPage = { changed(): Promise<void>; leave(): Promise<void> }

/** A page with its question: `changed` resolves when its figures are others than they were. */
async function openPage(address: string, question: string): Promise<OpenPage> {
  const ask = async (): Promise<string> => JSON.stringify(Reflect.get((await (await fetch(`${address}/api/v1/coverage?${question}`)).json()) as object, 'residents'))
  const reader: EventReader = eventReader(await fetch(`${address}/api/v1/events`))
  await reader.next()
  let shown = await ask()
  return {
    async changed() {
      for (let next = shown; next === shown; next = await ask()) if ((await reader.next()) === null) throw new Error('the stream has ended')
      shown = await ask()
    },
    leave: () => reader.leave(),
  }
}

async function logIn(address: string, folder: string): Promise<{ cookie: string; origin: string }> {
  const command = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url))
  const made = spawnSync(process.execPath, [command, 'user', 'add', 'bench', '--role', 'editor', '--areas', 'all', '--password-stdin'], { env: { ...process.env, LINLI_DATA: folder }, input: `${password}\n`, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const answer = await fetch(`${address}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json', origin: address }, body: JSON.stringify({ name: 'bench', password }) })
  if (!answer.ok) throw new Error(await answer.text())
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0], origin: address }
}
