import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import { formulaNames } from '../../../geodata/model/twoNew.ts'
import { planted } from '../../seeds/planted.ts'
import type { PageHeaders } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'

/** Coverage of organisations over HTTP, on the demo (story 7). */
const { app, logIn } = await servedCity(planted())
const planner = await logIn('planner'), leader = await logIn('leader')
const month = '2026-06'

type Coverage = AnswerOf<typeof exchanges.organisationCoverage>
type Gaps = AnswerOf<typeof exchanges.organisationGaps>
type Kind = Coverage['kinds'][number]
type Figures = Kind['all']

const get = (path: string, headers: PageHeaders): Promise<Response> => Promise.resolve(app.request(`/api/v1/organisations/${path}`, { headers: { ...headers } }))
async function coverage(query: string, headers: PageHeaders = planner): Promise<Coverage> {
  const response = await get(`coverage?${query}`, headers)
  if (response.status !== 200) throw new Error(`${query}: ${response.status} ${await response.text()}`)
  return z.parse(exchanges.organisationCoverage.answer.schema, await response.json())
}
async function list(query: string, headers: PageHeaders = planner): Promise<Gaps['rows']> {
  const rows: Gaps['rows'] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const response = await get(`gaps?month=${month}&limit=30&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`, headers)
    if (response.status !== 200) throw new Error(`${query}: ${response.status} ${await response.text()}`)
    const page: Gaps = z.parse(exchanges.organisationGaps.answer.schema, await response.json())
    rows.push(...page.rows)
    cursor = page.next
    if (cursor === null) expect(rows).toHaveLength(page.total)
  }
  return rows
}

const whole = await coverage(`month=${month}`), asLeader = await coverage(`month=${month}`, leader)
function only<T>(all: readonly T[], of: (one: T) => boolean): T {
  const found = all.find(of)
  if (found === undefined) throw new Error(`one of ${all.length} was expected to be the one`)
  return found
}
const kindOf = ({ kinds }: Coverage, kind: Kind['kind']): Kind => only(kinds, (one) => one.kind === kind)
const enterprises = kindOf(whole, 'enterprise'), societies = kindOf(whole, 'socialOrganisation')
const communities = enterprises.byArea.filter(({ level }) => level === 'community')
const numbers = ({ registered, operating, organised, single, joint, attached, work, workOnly, uncovered, due, members, employees }: Figures): number[] => [registered, operating, organised.covered, single.covered, joint.covered, attached.covered, work.covered, workOnly, uncovered, due.total, due.covered, members ?? 0, employees ?? 0]
const added = (parts: readonly Figures[]): number[] => parts.map(numbers).reduce((sum, one) => sum.map((value, at) => value + one[at]), Array<number>(13).fill(0))

describe('the figures', () => {
  test('705 registered, 620 operating, 391 organised: 55.5 % becomes 63.1 %, 87 % reached by work; 90 societies apart', () => {
    const { registered, excluded, operating, organised, overRegistered, work } = enterprises.all
    expect([registered, excluded, operating, organised.covered, overRegistered.share?.toFixed(3), organised.share?.toFixed(3), work.share?.toFixed(2)]).toEqual([705, { shell: 61, closed: 23, duplicate: 1 }, 620, 391, '0.555', '0.631', '0.87'])
    expect([societies.all.registered, societies.all.operating, societies.all.organised.covered]).toEqual([97, 90, 56])
  })

  test('beside each figure stands its formula, in the language of the reader, and the label of the catalogue', async () => {
    expect(Object.keys(whole.formulas).toSorted()).toEqual([...formulaNames].toSorted())
    expect([whole.label, whole.formulas.organised, whole.formulas.due]).toEqual(['两新', expect.stringContaining('÷ 实体运营数'), expect.stringContaining('3 名')])
    const english = await app.request(`/api/v1/organisations/coverage?month=${month}`, { headers: { ...planner, 'accept-language': 'en' } })
    expect(((await english.json()) as Coverage).formulas.work).toContain('÷ operating')
  })

  test('scenes, sizes and communities make up the whole; 规模以上 stands apart', () => {
    for (const { all, outside, byScene, bySize, byArea } of whole.kinds) {
      expect(added(byScene.map(({ figures }) => figures))).toEqual(numbers(all))
      expect(added(bySize.filter(({ size }) => size !== 'aboveScale').map(({ figures }) => figures))).toEqual(numbers(all))
      for (const level of ['street', 'community']) expect(added([...byArea.filter((one) => one.level === level).map(({ figures }) => figures), outside])).toEqual(numbers(all))
    }
    expect(enterprises.bySize.find(({ size }) => size === 'aboveScale')?.figures.operating).toBeGreaterThan(10)
  })

  test('asked community by community they are those of the whole, and the tower of two communities is listed in both', async () => {
    const tower = whole.carriers.filter((one) => one.communities.length > 1)
    expect(tower).toHaveLength(1)
    const parts = await Promise.all(communities.map(async ({ code }) => ({ code, answer: await coverage(`month=${month}&area=${code}`) })))
    expect(added(parts.map(({ answer }) => kindOf(answer, 'enterprise').all))).toEqual(numbers(enterprises.all))
    const listed = parts.filter(({ answer }) => answer.carriers.some(({ id }) => id === tower[0].id))
    expect(listed.map(({ code }) => code)).toEqual(tower[0].communities.map(({ code }) => code).toSorted())
    expect(added(listed.map(({ answer }) => only(answer.carriers, ({ id }) => id === tower[0].id).enterprises))).toEqual(numbers(tower[0].enterprises))
    expect(listed.every(({ answer }) => answer.carriers.some(({ id, enterprises: { operating } }) => id === tower[0].id && operating > 0))).toBe(true)
  }, 60_000)

  test('one tower has three that are due, and no other carrier has any', () => {
    expect(whole.carriers.filter(({ enterprises: { due } }) => due.total > due.covered).map(({ kind, enterprises: { due } }) => [kind, due.total - due.covered])).toEqual([['tower', 3]])
  })

  test('earlier months know fewer organisations', async () => {
    const before = await coverage('month=2024-07')
    expect(kindOf(before, 'enterprise').all.registered).toBeLessThan(660)
    expect([before.day, whole.day]).toEqual(['2024-07-31', '2026-06-30'])
  })

  test('workers of five platforms stand apart, of the newest month there is', () => {
    expect(whole.newEmployment.map(({ platform, month: of }) => [platform, of])).toEqual([['food', month], ['parcels', month], ['rides', month], ['freight', month], ['domestic', month]])
    expect(whole.newEmployment.every(({ workers, organised, share }) => share === Number(organised) / Number(workers) && share > 0 && share < 1)).toBe(true)
  })

  test('coverage and gaps are no ids of organisations', async () => {
    expect([(await get('coverage', planner)).status, (await get('gaps?list=due', planner)).status, (await get('nothing', await logIn('editor'))).status]).toEqual([200, 200, 404])
  })

  test('an area nobody knows is refused', async () => {
    expect([(await get('coverage?area=42', planner)).status, (await get('gaps?list=due&area=42', planner)).status]).toEqual([404, 404])
  })
})

describe('what leaders are told', () => {
  test('the same organisations, no single one of them, and how persons are protected', () => {
    expect(asLeader.kinds.map(({ all }) => numbers(all).slice(0, 11))).toEqual(whole.kinds.map(({ all }) => numbers(all).slice(0, 11)))
    expect(asLeader.checks.map(({ code, count, organisations }) => [code, count, organisations])).toEqual(whole.checks.map(({ code, count }) => [code, count, []]))
    expect(whole.checks.every(({ count, organisations }) => organisations.length === count && count > 0)).toBe(true)
    expect([asLeader.protection?.k, whole.protection]).toEqual([10, null])
  })

  test('persons by area and carrier as far as no few can be worked out, by scene and size never', () => {
    const told = kindOf(asLeader, 'enterprise')
    expect(told.all.members).toBe(enterprises.all.members)
    expect(told.byScene.every(({ figures: { members, employees } }) => members === null && employees === null)).toBe(true)
    expect(told.bySize.every(({ figures: { members } }) => members === null)).toBe(true)
    const carriers = asLeader.carriers.flatMap(({ enterprises: { members } }) => members ?? [])
    expect(carriers.length).toBeGreaterThan(3)
    expect(carriers.filter((members) => members > 0 && members < 10)).toEqual([])
  })

  test('nothing that can be added and taken away is one of 1 to 9 persons', async () => {
    for (const measure of ['members', 'employees'] as const) {
      for (const kind of ['enterprise', 'socialOrganisation'] as const) {
        const { all, outside, byArea } = kindOf(asLeader, kind)
        const district = byArea.find(({ level }) => level === 'district')?.figures[measure] ?? null
        if (all[measure] !== null && district !== null) expect([0, outside[measure]]).toContain(all[measure] - district)
        for (const { code, figures } of byArea.filter(({ level }) => level === 'community')) {
          const answer = await coverage(`month=${month}&area=${code}`, leader)
          const parts = answer.carriers.map((carrier) => carrier[kind === 'enterprise' ? 'enterprises' : 'socialOrganisations'][measure] ?? 0)
          const own = figures[measure]
          if (own === null) continue
          for (const rest of [own, own - parts.reduce((sum, part) => sum + part, 0), ...parts]) expect([code, rest === 0 || rest >= 10]).toEqual([code, true])
        }
      }
    }
  }, 60_000)

  test('of months whose organisations are others than today\'s no persons at all', async () => {
    const before = kindOf(await coverage('month=2024-07', leader), 'enterprise')
    expect([before.all.members, before.all.employees, before.all.organised.covered > 300]).toEqual([null, null, true])
  })

  test('a planner is told exactly within the areas of the account and like a leader beyond', async () => {
    const [home, other] = communities.map(({ code }) => code)
    const bounded = await logIn('planner', [home])
    expect([(await coverage(`month=${month}&area=${home}`, bounded)).protection, (await coverage(`month=${month}&area=${other}`, bounded)).protection?.k]).toEqual([null, 10])
    expect([(await get(`gaps?list=due&area=${home}`, bounded)).status, (await get(`gaps?list=due&area=${other}`, bounded)).status, (await get('gaps?list=due', bounded)).status, (await get('gaps?list=due', leader)).status]).toEqual([200, 403, 403, 403])
  })
})

describe('the lists', () => {
  test('hold as many as the figures say', async () => {
    const all = await Promise.all((['uncovered', 'due', 'excluded'] as const).map(async (name) => (await list(`list=${name}&kind=enterprise`)).length))
    expect(all).toEqual([80, 8, 85])
    expect(await list('list=uncovered')).toHaveLength(80 + societies.all.uncovered)
  })

  test('give a reason for each, and name the row that is counted in place of a second one', async () => {
    const excluded = await list('list=excluded')
    expect(new Set(excluded.map(({ reason }) => reason.slice(0, 6)))).toEqual(new Set(['未实际经营，', '已停业或注销', '统一社会信用']))
    expect(excluded.filter(({ reason }) => reason.startsWith('统一')).map(({ reason }) => /与“.+有限公司”（two-new-firm-\d+）相同/.test(reason))).toEqual([true])
    expect((await list('list=due')).every(({ reason }) => reason.startsWith('正式党员不少于 3 名'))).toBe(true)
  })

  test('can be cut to a carrier, where the three that are due are', async () => {
    const tower = whole.carriers.find(({ enterprises: { due } }) => due.total > due.covered)
    const due = await list(`list=due&carrier=${tower?.id}`)
    expect(due.map(({ carrier }) => carrier?.name)).toEqual(Array(3).fill(tower?.name))
    expect(due.every(({ members, employees }) => Number(members) >= 3 && Number(employees) > Number(members))).toBe(true)
  })

  test('give each instructor out only as often as there is room, and the same over the city as by community', async () => {
    const all = await list('list=dispatch')
    const rooms = new Map(planted().all('entry').filter(({ sheet }) => sheet === 'instructor').map(({ id, fields }) => [id, Number(fields['room'])]))
    const given = new Map<string, number>()
    for (const { instructor } of all) if (instructor) given.set(instructor.id, (given.get(instructor.id) ?? 0) + 1)
    expect([...given].filter(([id, times]) => times > (rooms.get(id) ?? 0))).toEqual([])
    expect(all.filter(({ instructor }) => instructor !== null).length).toBeGreaterThan(20)
    expect(all.filter(({ instructor }) => instructor === null).length).toBeGreaterThan(5)
    const home = all.find(({ instructor }) => instructor !== null)?.community?.code
    expect(await list(`list=dispatch&area=${home}`)).toEqual(all.filter(({ community }) => community?.code === home))
  })

  test('name the task that has taken it up', async () => {
    const tasks = planted().all('entry').filter(({ sheet, fields }) => sheet === 'task' && fields['origin'] === 'uncoveredFirm' && (fields['state'] === 'open' || fields['state'] === 'doing'))
    const named = (await list('list=uncovered')).filter(({ task }) => task !== null)
    expect(tasks.length).toBeGreaterThan(0)
    expect(named.map(({ id, task }) => [task, id]).toSorted()).toEqual(tasks.map(({ id, fields }) => [id, fields['subject']]).toSorted())
  })

  test('go out as files, marked as a demonstration and without counts of persons', async () => {
    const file = async (format: string): Promise<Response> => get(`gaps/export?list=due&month=${month}&format=${format}`, planner)
    const csv = await (await file('csv')).text()
    expect(csv.split('\r\n')[0]).toBe('编号,名称,类型,社区,载体,原因,可派指导员,派后余额,问题清单,经度,纬度')
    expect([csv.split('\r\n').filter((line) => line.startsWith('two-new-')).length, csv.includes('示意数据'), csv.includes('应建已建率')]).toEqual([8, true, true])
    const { features } = (await (await file('geojson')).json()) as { features: { id: string; properties: Record<string, unknown> }[] }
    expect([features.length, Object.keys(features[0].properties).some((name) => /members|employees/.test(name))]).toEqual([8, false])
    const book = await file('xlsx')
    expect([book.headers.get('content-type'), new Uint8Array(await book.arrayBuffer()).slice(0, 2)]).toEqual(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Uint8Array.of(0x50, 0x4b)])
  })
})
