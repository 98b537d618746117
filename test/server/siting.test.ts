import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { exchanges } from '../../geodata/contract/all.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { JobAnswer } from '../../geodata/contract/jobs.ts'
import { innerPoint, squareMetres } from '../../geodata/kernel/inner.ts'
import { demoCity } from '../../seeds/demo.ts'
import { tell, type Told } from '../tools/accounts.ts'
import { servedCity } from '../tools/served-city.ts'

const demo = demoCity({ seed: 1 })
const stories = demo.stories()
if (!stories) throw new Error('the demo has no stories')
const { wall } = stories
const { app, logIn, trouble, engine } = await servedCity(demo)
const community = '990101001004'
const [planner, other, bound] = [await logIn('planner'), await logIn('planner'), await logIn('planner', [community])]
const question = 'category=canteen&group=60plus&minutes=10&profile=planning'
const river = [...demo.records].flatMap((one) => (one.kind === 'ground' && one.record.kind === 'water' ? [one.record.shape] : [])).toSorted((a, b) => squareMetres(b) - squareMetres(a)).map(innerPoint)[0]

type Candidates = AnswerOf<typeof exchanges.sitingCandidates>
type Result = AnswerOf<typeof exchanges.sitingResult>
const candidates = async (more = '', headers = planner): Promise<Candidates> => z.parse(exchanges.sitingCandidates.answer.schema, (await tell(app, 'GET', `/api/v1/siting/candidates?${question}${more}`, headers)).body)
const start = (body: object, more = '', headers = planner): Promise<Told> => tell(app, 'POST', `/api/v1/siting?${question}${more}`, headers, { objective: 'maxCover', k: 2, ...body })
const jobOf = async (id: string, headers = planner): Promise<JobAnswer> => (await tell(app, 'GET', `/api/v1/jobs/${id}`, headers)).body as JobAnswer
async function ended(told: Told, headers = planner): Promise<JobAnswer> {
  if (told.status !== 200) throw new Error(`${told.code}: ${told.message}`)
  const { id } = told.body as JobAnswer
  await expect.poll(async () => ['done', 'failed', 'cancelled'].includes((await jobOf(id, headers)).state), { timeout: 20_000, interval: 20 }).toBe(true)
  return jobOf(id, headers)
}
const resultOf = async ({ id, failure }: JobAnswer, headers = planner): Promise<Result> => {
  const told = await tell(app, 'GET', `/api/v1/jobs/${id}/siting`, headers)
  if (told.status !== 200) throw new Error(`${failure} ${told.message} ${trouble.map(String)}`)
  return z.parse(exchanges.sitingResult.answer.schema, told.body)
}
const suggest = async (body: object, more = ''): Promise<Result> => resultOf(await ended(await start(body, more)))

test('candidates are closed resources, locked gates, premises and planned sites, each with what choosing it does', async () => {
  const { candidates: all, counts } = await candidates()
  const institute = all.find(({ id }) => id === wall.canteen), gate = all.find(({ id }) => id === wall.gate)
  expect(institute).toMatchObject({ kind: 'closedResource', willingness: 'negotiating', spareSeats: 60, hours: '周一至周五 11:00-13:00', step: { kind: 'admit', facility: wall.canteen, admission: { audience: 'everyone' } }, unit: { id: wall.unit }, leftOut: false })
  expect(gate).toMatchObject({ kind: 'lockedGate', willingness: 'negotiating', step: { kind: 'openGate', gate: wall.gate, hours: '07:00-19:00' } })
  expect(counts.map(({ kind }) => kind)).toEqual(['closedResource', 'lockedGate', 'vacantPremises', 'plannedSite'])
  expect(all.filter(({ willingness }) => willingness === 'refused').map(({ leftOut }) => leftOut)).toContain(true)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect((await candidates('&kind=vacantPremises')).candidates.every(({ kind, step }) => kind === 'vacantPremises' && step.kind === 'add')).toBe(true)
  // Whoever is bound to a community has what stands in it, and asks for no other.
  const own = (await candidates(`&area=${community}`, bound)).candidates
  expect([own.map(({ id }) => id).includes(wall.canteen), own.length > 0, own.every(({ area }) => area?.code === community)]).toEqual([true, true, true])
  expect((await tell(app, 'GET', `/api/v1/siting/candidates?${question}`, bound)).code).toBe('outsideAreas')
})

test('what is suggested is proven best, says why, and does what what-if says of the same steps', async () => {
  const found = await suggest({ k: 3, curve: 5 })
  expect([found.proven, found.gapShare, found.stopped, found.chosen.length]).toEqual([true, 0, 'done', 3])
  expect(found.curve.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5])
  expect(found.chosen[0].sentence).toMatch(/^新增 [\d,]+ 名居民（60 岁以上 [\d,]+ 名），主要来自.+；.*仍有 [\d,]+ 名未覆盖。$/)
  const told = await tell(app, 'POST', `/api/v1/what-if?${question}`, planner, { steps: found.chosen.map(({ candidate }) => candidate.step) })
  const whatIf = z.parse(exchanges.whatIf.answer.schema, told.body)
  expect([found.before.residents.covered, found.after.residents.covered, found.difference]).toEqual([whatIf.before.residents.covered, whatIf.after.residents.covered, expect.objectContaining({ residents: whatIf.difference.residents, buildings: whatIf.difference.buildings })])
  expect(found.stillUncovered.residents).toBe((found.after.residents.total ?? 0) - (found.after.residents.covered ?? 0))
  // One that is left out is not taken, and one whose owner refuses only when it is asked for.
  const [first] = found.chosen
  const without = await suggest({ k: 3, excluded: [first.candidate.id] })
  expect(without.chosen.map(({ candidate }) => candidate.id)).not.toContain(first.candidate.id)
  expect(without.value).toBeLessThanOrEqual(found.value)
  const refused = (await candidates()).candidates.find(({ leftOut }) => leftOut)?.id ?? ''
  expect(found.chosen.map(({ candidate }) => candidate.id)).not.toContain(refused)
  expect((await suggest({ k: 3, locked: [refused] })).chosen[0].candidate.id).toBe(refused)
})

test('areas kept free, a list of one\'s own, points of the network, and the scenario it stands on are heeded', async () => {
  const [lon, lat] = wall.newRoom.position
  const square = (half: number): number[][] => [[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half], [lon - half, lat - half]]
  const own = [{ id: 'mine', name: '我的点', position: [lon, lat] }, { id: 'wet', name: '河里', position: [river[0], river[1]] }]
  const found = await suggest({ k: 2, kinds: ['uploaded'], candidates: own })
  expect([found.chosen.map(({ candidate }) => candidate.id), found.unreached.map(({ name }) => name).toSorted()]).toEqual([['mine'], ['河里']])
  expect((await start({ kinds: ['uploaded'], candidates: own, noGo: [{ type: 'Polygon', coordinates: [square(0.001)] }, { type: 'Polygon', coordinates: [square(3)] }] })).code).toBe('noCandidates')
  const kept = await suggest({ k: 1, noGo: [{ type: 'Polygon', coordinates: [square(0.0002)] }] })
  expect(kept.noGo.map(({ id }) => id)).toContain('candidate-premises-1')
  const points = await suggest({ k: 2, kinds: ['networkPoint'], points: { spacingMetres: 400 } }, `&area=${community}`)
  expect(points.chosen.every(({ candidate }) => candidate.kind === 'networkPoint' && candidate.id.startsWith('point '))).toBe(true)
  // What the scenario does already is done, and not suggested again.
  const open = (await candidates()).candidates.find(({ id }) => id === wall.canteen)?.step
  const after = await suggest({ k: 2, steps: [open] })
  expect(after.chosen.map(({ candidate }) => candidate.id)).not.toContain(wall.canteen)
  expect(after.before.residents.covered).toBeGreaterThan(found.before.residents.covered ?? 0)
})

test('the fewest sites to a target that can be met; of one that cannot the most there is', async () => {
  const { before } = await suggest({ k: 1 })
  const share = before.residents.share ?? 0
  const met = await suggest({ objective: 'setCover', k: 1, targetShare: share + 0.02 })
  expect([met.unit, met.after.residents.share ?? 0]).toEqual(['steps', expect.toSatisfy((reached: number) => reached >= share + 0.02)])
  const failed = await ended(await start({ objective: 'setCover', k: 1, targetShare: 1 }))
  expect([failed.state, failed.failure]).toEqual(['failed', expect.stringMatching(/^目标 100% 达不到：可选的备选点各自单独计算（有预算时在预算内），合起来最多覆盖 [\d.]+%。$/)])
  const [median, centre] = [await suggest({ objective: 'pMedian', k: 2 }), await suggest({ objective: 'pCentre', k: 2 })]
  expect([median.unit, centre.unit]).toEqual(['personMetres', 'metres'])
})

test.each<[string, object, string]>([
  ['none at all', { k: 0 }, 'invalidRecord'], ['more than anybody builds', { k: 51 }, 'invalidRecord'], ['a share above all', { objective: 'setCover', targetShare: 1.2 }, 'invalidRecord'], ['no share of a target', { objective: 'setCover' }, 'targetMissing'],
  ['one locked that is not there', { locked: ['nobody'] }, 'unknownCandidate'], ['one left out that is not there', { excluded: ['nobody'] }, 'unknownCandidate'], ['one both locked and left out', { locked: [wall.canteen], excluded: [wall.canteen] }, 'repeatedCandidate'],
  ['more locked than may be taken', { k: 1, locked: [wall.canteen, wall.gate] }, 'lockedTooMany'], ['nothing to choose from', { kinds: ['uploaded'], candidates: [] }, 'noCandidates'],
  ['seats with the walk of all', { objective: 'pMedian', countsSeats: true }, 'notForObjective'], ['land with the longest walk', { objective: 'pCentre', landWeight: 0.5 }, 'notForObjective'], ['money with the longest walk', { objective: 'pCentre', budgetYuan: 1 }, 'notForObjective'],
  ['one\'s own place outside the city', { kinds: ['uploaded'], candidates: [{ id: 'away', name: '城外', position: [113.9, 30.9] }] }, 'candidateOutside'],
  ['seats counted where there are none', { kinds: ['uploaded'], countsSeats: true, candidates: [{ id: 'mine', name: '点', position: wall.newRoom.position, seats: 0 }] }, 'noSeats'], ['a step that cannot be done', { steps: [{ kind: 'close', facility: 'nobody' }] }, 'badStep'],
])('%s is refused before there is a job', async (_, body, code) => {
  const told = await start(body)
  expect([told.status, told.code, /[一-鿿]/.test(told.message)]).toEqual([400, code, true])
})

test('a job of one planner is nobody else\'s; it ends within a second when it is cancelled, or when a newer one takes its place', async () => {
  // Thousands of points keep it busy.
  const long = { objective: 'pMedian', k: 20, kinds: ['networkPoint'], points: { spacingMetres: 50 } }
  const told = await start(long), { id } = told.body as JobAnswer
  expect([(await tell(app, 'GET', `/api/v1/jobs/${id}`, other)).code, (await tell(app, 'DELETE', `/api/v1/jobs/${id}`, other)).code, (await tell(app, 'GET', `/api/v1/jobs/${id}/siting`, planner)).code]).toEqual(['unknownJob', 'unknownJob', 'jobNotDone'])
  await expect.poll(async () => (await jobOf(id)).stage, { timeout: 10_000 }).not.toBe('')
  const cancelled = (await tell(app, 'DELETE', `/api/v1/jobs/${id}`, planner)).body as JobAnswer
  expect(cancelled.state).toBe('cancelled')
  const older = (await start(long)).body as JobAnswer
  const newer = await ended(await start({ k: 1, replaces: older.id }))
  expect([newer.state, (await jobOf(older.id)).state, newer.title, newer.file]).toEqual(['done', 'cancelled', '推荐选址：社区食堂（全部），最多 1 处', null])
  expect(((await tell(app, 'GET', '/api/v1/jobs', other)).body as { jobs: unknown[] }).jobs).toEqual([])
  expect([(await start({}, '', bound)).code, (await ended(await start({}, `&area=${community}`, bound), bound)).state]).toEqual(['outsideAreas', 'done'])
  if (trouble.length > 0) console.log(trouble)
  expect([trouble, engine.jobs.isFull('siting')]).toEqual([[], false])
})
