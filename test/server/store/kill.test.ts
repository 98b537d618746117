import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import type { EditableKind, Versions } from '../../../geodata/model/city.ts'
import { etagOf } from '../../../server/store/etag.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { editedRecords } from '../../tools/random-edits.ts'
import { smallIdentity } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

const folder = temporaryFolder()
const path = join(folder, 'killed.sqlite')
const script = fileURLToPath(new URL('../../tools/edit-until-killed.ts', import.meta.url))

const kills = 200
/** A kill falls up to so many milliseconds after the word to begin or after one of the first edits: while the database is opened, or anywhere in an edit. */
const lateBy = 6
const mostHeard = 16

type Acknowledged = { change: number; kind: EditableKind; id: string; etag: string | null; touched: string[] }
type Editor = { child: ChildProcessByStdio<Writable, Readable, null>; lines: string }

/** A process that is ready to edit and has not touched the database yet. */
async function editor(seed: number): Promise<Editor> {
  const one: Editor = { child: spawn(process.execPath, [script, path, String(seed)], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } }), lines: '' }
  onTestFinished(() => { one.child.kill('SIGKILL') })
  one.child.stdout.setEncoding('utf8').on('data', (text: string) => { one.lines += text })
  await once(one.child.stdout, 'data')
  return one
}

/** What it was told is done before it was killed, at least `heard` of them; a line that was cut short was not told to anyone. */
async function killedAfter(one: Editor, heard: number, milliseconds: number): Promise<Acknowledged[]> {
  const { child } = one
  const told = (): string[] => one.lines.split('\n').slice(1, -1)
  child.stdin.write('go\n')
  while (told().length < heard) await once(child.stdout, 'data')
  await new Promise((resolve) => { setTimeout(resolve, milliseconds) })
  const gone = once(child, 'close')
  expect(child.kill('SIGKILL')).toBe(true)
  await gone
  return told().map((line) => JSON.parse(line) as Acknowledged)
}

const sumOf = ({ categories, ...others }: Versions): number => [...Object.values(others), ...Object.values(categories)].reduce((sum, version) => sum + version, 0)

test(`an editor killed at ${kills} random moments leaves every acknowledged edit, and each edit wholly there or absent`, { timeout: 600_000 }, async () => {
  const first = await openStore(path)
  await first.load({ identity: smallIdentity, catalogue, records: editedRecords, actor: 'test', replace: false })
  const versions = sumOf(await first.versions())
  first.close()
  const random = seededRandom(200)
  let [acknowledged, bumps, unheard, last] = [0, 0, 0, 1]
  let next = editor(0)
  for (let kill = 1; kill <= kills; kill++) {
    const now = await next
    // The one after starts meanwhile; it waits for its word.
    next = editor(kill)
    const told = await killedAfter(now, Math.floor(random() * mostHeard), random() * lateBy)

    const store = await openStore(path)
    const lines = (await store.changes(told.length + 2)).filter(({ id }) => id > last).toReversed()
    // One more may have been done than was told: the kill came between.
    expect(lines.slice(0, told.length).map(({ id, kind, record }) => [id, kind, record])).toEqual(told.map(({ change, kind, id }) => [change, kind, id]))
    expect([0, 1]).toContain(lines.length - told.length)
    for (const [index, { etag }] of told.entries()) {
      const { after } = lines[index]
      expect(after && 'position' in after && !('stream' in after) ? etagOf(after) : null).toBe(etag)
    }
    // Records, histories, log and boxes agree, so no edit is there in part.
    expect(await store.faults()).toEqual([])
    acknowledged += told.length
    unheard += lines.length - told.length
    bumps += told.reduce((sum, { touched }) => sum + touched.length, 0)
    last = await store.lastChange()
    // Each edit that nobody heard of touched four versions at most.
    const more = sumOf(await store.versions()) - versions - bumps
    expect(more >= unheard && more <= 4 * unheard).toBe(true)
    store.close()
  }
  ;(await next).child.kill('SIGKILL')
  expect(acknowledged).toBeGreaterThan(kills)
})
