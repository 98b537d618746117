import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCoverage } from '../../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../../geodata/kernel/random.ts'
import { joinOverlays } from '../../../../geodata/kernel/siting/joinOverlays.ts'
import { networkPoints } from '../../../../geodata/kernel/siting/points.ts'
import { coverInstance } from '../../../../geodata/kernel/siting/cover.ts'
import { demandsOf } from '../../../../geodata/kernel/siting/demands.ts'
import type { SitingHooks } from '../../../../geodata/kernel/siting/exact.ts'
import { patientHooks } from '../../../../geodata/kernel/siting/exact.ts'
import { solveSetCover } from '../../../../geodata/kernel/siting/siteObjectives.ts'
import type { SitingCandidate } from '../../../../geodata/kernel/siting/siteCity.ts'
import { answerSiting } from '../../../../geodata/kernel/siting/siteCity.ts'
import { membersOf } from '../../../../geodata/kernel/members.ts'
import { reachedMetres } from '../../../../geodata/kernel/reached.ts'
import { reachCache } from '../../../../geodata/kernel/cache.ts'
import type { City } from '../../../../geodata/kernel/city.ts'
import type { Overlay } from '../../../../geodata/model/overlay.ts'
import { emptyOverlay } from '../../../../geodata/model/overlay.ts'
import type { Question } from '../../../../geodata/model/question.ts'
import type { SitingWish } from '../../../../geodata/model/siting.ts'
import type { Position } from '../../../../geodata/model/geometry.ts'
import { catalogue } from '../../../../seeds/catalogue.ts'
import { highsSolver } from '../../../../server/siting/highs.ts'
import { buildCity } from '../../../tools/build-city.ts'
import { randomCity, recordsOf } from '../../../tools/random-city.ts'
import { at } from '../../../tools/small-city.ts'
import { subsets } from './subsets.ts'

const exact = await highsSolver()
const hooks = { ...patientHooks, exact }
const wishFor = (more: Partial<SitingWish> = {}): SitingWish => ({ objective: 'maxCover', k: 2, targetShare: null, locked: [], excluded: [], budgetYuan: null, landWeight: 0, countsSeats: false, ...more })
const everyone = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const

const opening = (id: string, position: Position): Overlay => ({
  ...emptyOverlay, added: [{ id: `s-${id}`, name: id, category: 'canteen', position, admission: { ...everyone, onlyAreas: [] }, capacity: { seats: null, spareSeats: null, squareMetres: null } }],
})

/** A random city, a few new sites, an existing one that lets everybody in. */
function asked(seed: number): { city: City; question: Question; candidates: SitingCandidate[] } {
  const drawn = randomCity(seed), random = seededRandom(seed + 1)
  const city = buildCity(catalogue, drawn.box, recordsOf(drawn))
  const question = fillQuestion(city.catalogue, { category: 'canteen', limit: { metres: 200 + random() * 300 }, group: random() < 0.5 ? 'all' : '60plus', area: random() < 0.3 ? 'street-0' : null, metric: random() < 0.2 ? 'straight' : 'network' })
  const candidates: SitingCandidate[] = Array.from({ length: 5 }, (_, k) => ({ id: `n${k}`, overlay: opening(`n${k}`, at(random() * 12, random() * 12)), costYuan: Math.floor(random() * 9) }))
  candidates.push({ id: 'opened', overlay: { ...emptyOverlay, admissions: [{ facility: 'f0', admission: { ...everyone, onlyAreas: [] } }] }, costYuan: 1 })
  candidates.push({ id: 'gate', overlay: { ...emptyOverlay, openedGates: ['gate-2'] }, costYuan: 1 })
  return { city, question, candidates }
}

const coveredBy = (city: City, question: Question, overlays: readonly Overlay[]): number => answerCoverage(city, joinOverlays(overlays), question).summary.residentsCovered
const seeds = fc.integer({ min: 1, max: 1e6 })

describe('siting in a city', () => {
  test('covers what the best of all choices covers, and the figures after are those of all steps together', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 3 }), (seed, k) => {
      const { city, question, candidates } = asked(seed)
      // What a gate does depends on the others; without it the answer must equal the city's.
      const sites = candidates.filter((candidate) => candidate.id !== 'gate')
      const found = answerSiting(city, emptyOverlay, question, sites, wishFor({ k }), hooks)
      const before = coveredBy(city, question, [])
      const best = Math.max(...subsets(sites.length, k).map((chosen) => coveredBy(city, question, chosen.map((site) => sites[site].overlay)))) - before
      expect(found).toMatchObject({ value: best, bound: best, proven: true, gapShare: 0, stopped: 'done', joint: false })
      expect(found.before.residentsCovered).toBe(before)
      expect(found.after).toEqual(answerCoverage(city, joinOverlays(found.chosen.map(({ candidate }) => sites[candidate].overlay)), question).summary)
      expect(found.after.residentsCovered - before).toBe(best)
      expect(found.stillUncovered.residents).toBe(found.after.residentsTotal - found.after.residentsCovered)
      const gains = found.chosen.map(({ gain }) => gain[question.group])
      expect(gains.reduce((a, b) => a + b, 0)).toBe(best)
      expect(gains).toEqual(gains.toSorted((a, b) => b - a))
      for (const { gain, byArea } of found.chosen) expect(byArea.reduce((sum, { residents }) => sum + residents, 0)).toBe(gain[question.group])
      const values = found.curve.map(({ value }) => value)
      expect([values.length, values.at(-1)]).toEqual([k, best])
      expect(values).toEqual(values.toSorted((a, b) => a - b))
    }), { numRuns: 25 })
  })

  test('keeps to the budget, to what is locked and to what is excluded; a gate counts for what it does alone', () => {
    fc.assert(fc.property(seeds, fc.nat(6), fc.nat(6), fc.integer({ min: 8, max: 16 }), (seed, locked, excluded, budgetYuan) => {
      const { city, question, candidates } = asked(seed)
      const wish = wishFor({ k: 3, budgetYuan, locked: locked === excluded ? [] : [locked], excluded: [excluded] })
      const found = answerSiting(city, emptyOverlay, question, candidates, wish, hooks), chosen = found.chosen.map(({ candidate }) => candidate)
      expect(wish.locked.every((site) => chosen.includes(site)) && !chosen.includes(excluded) && chosen.length <= 3).toBe(true)
      expect(chosen.reduce((sum, site) => sum + (candidates[site].costYuan ?? 0), 0)).toBeLessThanOrEqual(budgetYuan)
      expect(found.joint).toBe(true)
      expect(found.bound).toBeGreaterThanOrEqual(found.value)
      // Who is left after each step is counted with the steps before it, on the ways as they are then.
      const totalLeft = chosen.map((_, at) => found.before.residentsTotal - coveredBy(city, question, chosen.slice(0, at + 1).map((site) => candidates[site].overlay)))
      expect(found.chosen.map(({ left }) => left)).toEqual(totalLeft)
      // More together than each alone can only be more.
      expect(found.after.residentsCovered).toBeGreaterThanOrEqual(found.before.residentsCovered + found.value)
    }), { numRuns: 25 })
  })

  test('fewest steps to a target, least metres and least longest walk equal those of the best choice', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 3 }), (seed, k) => {
      const { city, question, candidates } = asked(seed)
      const sites = candidates.filter((candidate) => candidate.id !== 'gate'), choices = subsets(sites.length, sites.length)
      const overlayOf = (chosen: readonly number[]): Overlay => joinOverlays(chosen.map((site) => sites[site].overlay))
      const total = answerCoverage(city, emptyOverlay, question).summary.residentsTotal
      const most = coveredBy(city, question, sites.map(({ overlay }) => overlay)), target = Math.max(1, Math.floor(most * 0.97))
      const reaching = choices.filter((chosen) => coveredBy(city, question, [overlayOf(chosen)]) >= target)
      if (total > 0) expect(answerSiting(city, emptyOverlay, question, sites, wishFor({ objective: 'setCover', targetShare: target / total }), hooks)).toMatchObject({ value: Math.min(...reaching.map((chosen) => chosen.length)), proven: true, unit: 'steps' })

      const median = answerSiting(city, emptyOverlay, question, sites, wishFor({ objective: 'pMedian', k }), { ...hooks, going: turns(400) })
      const asking = question.area === null ? null : new Set(membersOf(city, [city.areas.byCode.get(question.area) ?? -1]))
      const walked = (chosen: readonly number[]): number => {
        const metres = reachedMetres(city, overlayOf(chosen), { ...question, limit: { metres: median.boundMetres } }, question.group, reachCache())
        return metres.reduce((sum, length, i) => (city.buildings.kind[i] === 1 && (asking?.has(i) ?? true) ? sum + Math.min(length, median.boundMetres) * city.buildings.residents[question.group][i] : sum), 0)
      }
      const least = Math.min(...choices.filter((chosen) => chosen.length <= k).map(walked))
      expect(median.value).toBeCloseTo(least, 3)
      expect(median.bound).toBeLessThanOrEqual(least + 1e-3)

      const wayOff = { ...question, limit: { metres: 1e5 } }
      const metresWith = (chosen: readonly number[]): Float32Array => reachedMetres(city, overlayOf(chosen), wayOff, question.group, reachCache())
      const reachable = metresWith(sites.map((_, site) => site))
      const longest = (chosen: readonly number[]): number => metresWith(chosen).reduce((far, length, i) => (city.buildings.kind[i] === 1 && city.buildings.residents[question.group][i] > 0 && reachable[i] < Infinity && (asking?.has(i) ?? true) ? Math.max(far, length) : far), 0)
      const shortest = Math.min(...choices.filter((chosen) => chosen.length <= k).map(longest))
      const centre = (): unknown => answerSiting(city, emptyOverlay, question, sites, wishFor({ objective: 'pCentre', k }), hooks)
      if (shortest === Infinity) expect(centre).toThrow('k: expected enough sites for everybody who can walk to one')
      else expect(centre()).toMatchObject({ value: shortest, bound: shortest, proven: true, unit: 'metres' })
    }), { numRuns: 12 })
  })

  test('with seats nobody is gained who finds none', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 1, max: 3 }), (seed, k) => {
      const { city, question, candidates } = asked(seed)
      const sites = candidates.slice(0, 5).map((candidate, at) => ({ ...candidate, overlay: { ...candidate.overlay, added: candidate.overlay.added.map((site) => ({ ...site, capacity: { ...site.capacity, seats: at * 40 } })) } }))
      const found = answerSiting(city, emptyOverlay, question, sites, wishFor({ k, countsSeats: true }), hooks), free = answerSiting(city, emptyOverlay, question, sites, wishFor({ k }), hooks)
      expect(found.value).toBeLessThanOrEqual(Math.min(free.value, found.bound, found.chosen.reduce((sum, { candidate }) => sum + candidate * 40, 0)))
    }), { numRuns: 20 })
  })

  test('no candidates, more wanted than there are, and candidates that reach nobody are answers', () => {
    const { city, question, candidates } = asked(5)
    const whole = { ...question, area: null }
    expect(answerSiting(city, emptyOverlay, whole, [], wishFor(), hooks)).toMatchObject({ chosen: [], value: 0, bound: 0, proven: true })
    const all = answerSiting(city, emptyOverlay, whole, candidates.slice(0, 5), wishFor({ k: 40 }), hooks)
    expect([all.proven, all.chosen.length <= 5, all.curve.length]).toEqual([true, true, 10])
    const away = { id: 'away', overlay: opening('away', at(-0.9, 12.9)), costYuan: null }
    expect(answerSiting(city, emptyOverlay, whole, [away], wishFor(), hooks)).toMatchObject({ chosen: [], value: 0, proven: true, unreached: [0] })
    expect(answerSiting(city, emptyOverlay, whole, [away], wishFor({ budgetYuan: 3 }), hooks).unpriced).toEqual([0])
  })

  test('stopped at once it still answers, with a bound that holds', () => {
    const { city, question, candidates } = asked(9)
    const best = answerSiting(city, emptyOverlay, question, candidates, wishFor(), hooks).value
    const found = answerSiting(city, emptyOverlay, question, candidates, wishFor(), { ...hooks, going: () => false })
    expect([found.stopped, found.bound >= best, found.value <= best, found.proven]).toEqual(['timeLimit', true, true, false])
    expect(found.curve.filter(({ proven, bound }) => proven || bound < best)).toEqual([])
  })

  test('cut short, a target is never said to be out of reach that is within it', () => {
    const { city, question, candidates } = asked(9), stopped = { ...patientHooks, going: () => false }
    expect(() => answerSiting(city, emptyOverlay, question, candidates, wishFor({ objective: 'setCover', targetShare: 1 }), stopped)).toThrow('time: expected more')
    // The first choice found, the first and the last site, costs 9; the two in the middle cost 8 and reach everybody.
    const rows = [[0, 1, 2, 3, 4, 5], [0, 1, 2, 6, 7], [3, 4, 5, 8, 9], [6, 7, 8, 9]].map((row) => Int32Array.from(row)), costs = Float64Array.of(2, 4, 4, 7)
    const demands = demandsOf(city, -1), ones = new Float64Array(10).fill(1), before = { ...answerCoverage(city, emptyOverlay, question).summary, residentsTotal: 10, residentsCovered: 0 }
    const residents = { ...demands.residents, [question.group]: ones }, told = { rows: [], before: new Float32Array(0), stopped: false }
    const within = (budgetYuan: number, more: SitingHooks): unknown => solveSetCover({ cover: coverInstance(rows, ones, null), demands: { ...demands, residents }, told, question, wish: wishFor({ objective: 'setCover', targetShare: 1, budgetYuan }), excluded: [], costs, before, boundMetres: 300, hooks: more })
    expect(within(8, hooks)).toMatchObject({ value: 8, proven: true, unit: 'yuan' })
    expect(within(8, stopped)).toMatchObject({ value: 8, proven: false, unit: 'yuan' })
    expect(() => within(7, hooks)).toThrow('targetShare: expected at most 0.8 within 7 yuan, got 1')
  })

  test('cut short, a longest walk is that of the sites chosen, and that somebody is out of reach is said once it is proven', () => {
    // Seven grids and sites for four of them each, any two of which leave one out: decided by the exact solver alone.
    const drawn = randomCity(9), whole = buildCity(catalogue, drawn.box, recordsOf(drawn)), grids = drawn.areas.flatMap(({ code, level }) => (level === 'grid' ? [code] : []))
    const lines = [[0, 1, 2], [0, 3, 4], [0, 5, 6], [1, 3, 5], [1, 4, 6], [2, 3, 6], [2, 4, 5]]
    const sites = lines.map((line, k) => ({
      id: `n${k}`, costYuan: null, overlay: { ...emptyOverlay, added: opening(`n${k}`, at(6, 6)).added.map((site) => ({ ...site, admission: { ...everyone, onlyAreas: grids.slice(0, 7).filter((_, grid) => !line.includes(grid)) } })) },
    }))
    const nobody: Overlay = { ...emptyOverlay, closed: drawn.facilities.map(({ id }) => id) }, straight = fillQuestion(catalogue, { category: 'canteen', limit: { metres: 300 }, metric: 'straight' })
    const centre = (more: SitingHooks, k = 2): unknown => answerSiting(whole, nobody, straight, sites, wishFor({ objective: 'pCentre', k }), more)
    expect(() => centre(hooks)).toThrow('k: expected enough sites')
    expect(() => centre(patientHooks)).toThrow('time: expected more')
    const { city, question, candidates } = asked(44)
    const few = answerSiting(city, emptyOverlay, question, candidates.slice(0, 6), wishFor({ objective: 'pCentre' }), { ...hooks, going: turns(3) })
    const walks = (chosen: readonly number[]): Float32Array => reachedMetres(city, joinOverlays(chosen.map((site) => candidates[site].overlay)), { ...question, limit: { metres: 1e5 } }, question.group, reachCache())
    const wanted = walks([0, 1, 2, 3, 4, 5]).map((metres, i) => Number(metres < Infinity && city.buildings.kind[i] === 1 && city.buildings.residents[question.group][i] > 0))
    expect(question.area).toBe(null)
    expect(few.value).toBe(walks(few.chosen.map(({ candidate }) => candidate)).reduce((far, metres, i) => (wanted[i] === 1 ? Math.max(far, metres) : far), 0))
    expect([few.proven, few.bound < few.value]).toEqual([false, true])
  })

  test('says what it expected and what it got', () => {
    const { city, question, candidates } = asked(3)
    const ask = (more: Partial<SitingWish>, among = candidates) => () => answerSiting(city, emptyOverlay, question, among, wishFor(more), hooks)
    expect(ask({ k: 0 })).toThrow('k: expected a whole number of 1 or more, got 0')
    expect(ask({ objective: 'setCover', targetShare: 0 })).toThrow('targetShare: expected more than 0 and at most 1, got 0')
    expect(() => answerSiting(city, emptyOverlay, { ...question, area: null, limit: { metres: 40 } }, candidates, wishFor({ objective: 'setCover', targetShare: 1 }), hooks)).toThrow(/^targetShare: expected at most 0\.\d+, got 1$/)
    expect(ask({ locked: [0, 1, 2], k: 2 })).toThrow('locked: expected at most 2 candidates, got 3')
    expect(ask({ locked: [99] })).toThrow('candidate: expected 0 to 6, got 99')
    expect(ask({}, [candidates[0], candidates[0]])).toThrow('candidate n0: expected an id of its own, got one already used')
    expect(ask({}, [{ id: 'x', overlay: { ...emptyOverlay, openedGates: ['none'] }, costYuan: null }])).toThrow('candidate x: overlay: expected the id of a gate, got none')
  })
})

test('points on the network keep their distance, lie within the area, and are the same every time', () => {
  const { city } = asked(11)
  const { positions, spacingMetres } = networkPoints(city, -1, 80)
  expect([positions.length > 20, spacingMetres]).toEqual([true, 80])
  expect(networkPoints(city, -1, 80)).toEqual({ positions, spacingMetres })
  expect(networkPoints(city, city.areas.byCode.get('street-0') ?? 0, 80).positions.length).toBeLessThan(positions.length)
  expect(networkPoints(city, -1, 80, 10).positions.length).toBeLessThanOrEqual(10)
  expect(() => networkPoints(city, -1, 0)).toThrow('spacingMetres: expected 10 or more, got 0')
})

const turns = (left: number) => (): boolean => left-- > 0
