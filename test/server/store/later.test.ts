import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { connect, type Connection } from '../../../server/store/driver.ts'
import { openAccounts, type AccountStore } from '../../../server/store/open-accounts.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

let store: AccountStore, other: Connection, trouble: string[]
const line = (action: string) => ({ at: '2026-03-02T00:00:00.000Z', account: null, action, subject: null, outcome: 'done' }) as const
const written = (): unknown[] => other.prepare('SELECT action FROM audit_log ORDER BY id').pluck().all()
const turn = (milliseconds = 20): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

beforeEach(async () => {
  const path = join(temporaryFolder(), 'linli.sqlite')
  ;(await openStore(path)).close()
  trouble = []
  store = openAccounts(path, (error) => { trouble.push(String(error)) })
  other = connect(path)
  return () => {
    store.close()
    other.close()
  }
})

test('a write that nobody waits for is there a moment later, in the order in which it came', async () => {
  for (const action of ['one', 'two', 'three']) store.later.add(() => store.audit.add(line(action)))
  expect(written()).toEqual([])
  await turn()
  expect(written()).toEqual(['one', 'two', 'three'])
})

test('while someone else holds the lock it waits in memory, blocks nobody, and follows when the lock is free', async () => {
  other.exec('BEGIN IMMEDIATE')
  let done = 0
  store.later.add(() => store.audit.add(line('waited')), () => { done++ })
  await turn(250)
  expect([written(), done, trouble]).toEqual([[], 0, []])
  other.exec('COMMIT')
  await expect.poll(written).toEqual(['waited'])
  expect(done).toBe(1)
})

test('one that the rules of the database forbid is dropped and holds up no other', async () => {
  const gone = { hash: new Uint8Array(32), account: 4711, created: '', seen: '', ends: '' }
  store.later.add(() => store.sessions.add(gone))
  store.later.add(() => store.audit.add(line('behind it')))
  await turn()
  expect([written(), trouble]).toEqual([['behind it'], []])
})

test('one that is a bug of ours is told, and holds up no other', async () => {
  store.later.add(() => { throw new TypeError('no such thing') })
  store.later.add(() => store.audit.add(line('behind it')))
  await turn()
  expect([written(), trouble]).toEqual([['behind it'], ['TypeError: no such thing']])
})

test('what someone waits for is written when it says so, after what came before it; a rule it breaks undoes all of it', async () => {
  store.later.add(() => store.audit.add(line('before')))
  expect(await store.later.soon(() => store.audit.add(line('waited for')))).toBe(true)
  expect(written()).toEqual(['before', 'waited for'])
  await expect(store.later.soon(() => {
    store.audit.add(line('half'))
    throw new RangeError('refused')
  })).rejects.toThrow('refused')
  expect(written()).toEqual(['before', 'waited for'])
})

test('someone who waits is told after five seconds that it could not be written, and it is not', async () => {
  other.exec('BEGIN IMMEDIATE')
  expect(await store.later.soon(() => store.audit.add(line('too late')))).toBe(false)
  other.exec('COMMIT')
  await turn(300)
  expect(written()).toEqual([])
}, 20_000)

test('what is waiting when the server ends is written, or its loss is told', async () => {
  store.later.add(() => store.audit.add(line('last')))
  store.close()
  expect([written(), trouble]).toEqual([['last'], []])

  store = openAccounts(store.path, (error) => { trouble.push(String(error)) })
  other.exec('BEGIN IMMEDIATE')
  store.later.add(() => store.audit.add(line('lost')))
  store.close()
  other.exec('COMMIT')
  expect([written(), trouble]).toEqual([['last'], ['Error: 1 writes of sessions and audit were lost: the database was busy']])
  store = openAccounts(store.path, () => {})
})
