import { expect, test } from 'vitest'
import { connect } from '../../../server/store/driver.ts'
import { logInBy, newAccount, tell, testOrigin, type Told } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'

const hour = 3_600_000
let now = Date.parse('2026-03-02T00:10:00Z')
const { app, security, logIn, trouble } = await servedCity({ identity: smallIdentity, records: smallRecords }, null, { clock: () => now })

/** What was written while `work` ran, oldest first. */
async function written(work: () => Promise<unknown>): Promise<unknown[]> {
  await settled()
  const before = security.store.audit.latest(1000).length
  await work()
  await settled()
  return security.store.audit.latest(1000).reverse().slice(before).map(({ account, action, subject, outcome }) => [account?.replace(/-\d+$/, '') ?? null, action, subject, outcome])
}
const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 30) })
const ask = (headers: Readonly<Record<string, string>>, path: string): Promise<Told> => tell(app, 'GET', `/api/v1/${path}`, headers)

test('exact figures that were read are written down once an hour for each account and area', async () => {
  const [planner, editor] = [await logIn('planner'), await logIn('editor')]
  const questions = ['coverage?category=canteen', 'coverage?category=canteen&minutes=5', 'coverage?category=clinic&area=110105001001', 'coverage/gaps?category=canteen', 'coverage/gaps?category=clinic', 'coverage/states?category=canteen', 'buildings/home-1/basket?category=canteen', 'buildings/home-2/basket?category=canteen']
  const lines = [['planner', 'coverage', null, 'done'], ['planner', 'coverage', '110105001001', 'done'], ['planner', 'gaps', null, 'done'], ['planner', 'states', null, 'done'], ['planner', 'basket', 'home-1', 'done'], ['planner', 'basket', 'home-2', 'done']]
  const all = async (): Promise<void> => { for (const question of [...questions, ...questions]) expect((await ask(planner, question)).status).toBe(200) }
  expect(await written(all)).toEqual(lines)
  expect(await written(all)).toEqual([])
  expect(await written(() => ask(editor, questions[0]))).toEqual([['editor', 'coverage', null, 'done']])
  now += hour
  const later = await logIn('planner')
  expect(await written(() => ask(later, questions[0]))).toEqual([['planner', 'coverage', null, 'done']])
})

test('packs, lists as files and jobs are written down each time', async () => {
  const administrator = await logIn('administrator')
  expect(await written(async () => {
    for (let i = 0; i < 2; i++) await ask(administrator, 'packs/110105001')
    for (let i = 0; i < 2; i++) await ask(administrator, 'coverage/gaps?category=canteen&format=csv&area=110105001')
    await tell(app, 'POST', '/api/v1/exports?area=110105001', administrator, { kind: 'building', format: 'csv' })
    await tell(app, 'POST', '/api/v1/imports?file=town.geojson&dryRun=yes', { ...administrator, 'content-type': 'application/octet-stream' }, { type: 'FeatureCollection', features: [] })
  })).toEqual([
    ...Array.from({ length: 2 }, () => ['administrator', 'pack', '110105001', 'done']), ...Array.from({ length: 2 }, () => ['administrator', 'gaps', '110105001 csv', 'done']),
    ['administrator', 'exportStart', 'building 110105001', 'done'], ['administrator', 'importStart', 'town.geojson', 'done'],
  ])
})

test('counts of buildings that an editor read, and what was asked and refused', async () => {
  const editor = await logIn('editor', ['110105001001'])
  expect(await written(async () => {
    for (let i = 0; i < 2; i++) await ask(editor, 'buildings?area=110105001001')
    for (let i = 0; i < 2; i++) await ask(editor, 'buildings/home-1')
    for (let i = 0; i < 2; i++) await ask(editor, 'buildings/home-8')
    for (let i = 0; i < 2; i++) await ask(editor, 'coverage/gaps?category=canteen')
    await tell(app, 'POST', '/api/v1/rebuilds', editor)
    await ask(editor, 'facilities?area=110105001002')
  })).toEqual([
    ['editor', 'buildingList', '110105001001', 'done'], ['editor', 'buildingRead', 'home-1', 'done'], ['editor', 'buildingRead', 'home-8', 'refused'],
    ['editor', 'gaps', null, 'refused'], ['editor', 'rebuildStart', '/api/v1/rebuilds', 'refused'], ['editor', 'facilityList', null, 'refused'],
  ])
})

test('whoever has no account is not written down, nor are figures that leaders may be shown', async () => {
  const leader = await logIn('leader')
  expect(await written(async () => {
    for (const headers of [{ origin: testOrigin }, leader]) for (const question of ['meta', 'areas', 'coverage?category=canteen', 'search?q=shoutui']) await ask(headers, question)
    await ask({}, 'coverage/gaps?category=canteen')
  })).toEqual([])
})

test('a change of password, and the wrong one', async () => {
  const account = await newAccount(security, 'leader')
  const { cookie } = await logInBy(app, account)
  const change = (current: string) => tell(app, 'POST', '/api/v1/session/password', { cookie: cookie ?? '', origin: testOrigin }, { current, next: 'Another-88' })
  expect(await written(async () => {
    await change('wrong')
    await change(account.password)
  })).toEqual([['leader', 'passwordChange', null, 'refused'], ['leader', 'passwordChange', null, 'done']])
})

test('no line can be changed or taken away, by any program with our database open', async () => {
  const connection = connect(security.store.path)
  expect(() => connection.exec("UPDATE audit_log SET account = 'someone else'")).toThrow('only ever added to')
  expect(() => connection.exec('DELETE FROM audit_log')).toThrow('only ever added to')
  connection.close()
})

test('nothing went wrong behind the answers', () => {
  expect(trouble).toEqual([])
})
