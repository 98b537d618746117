import type { City } from '../../../geodata/kernel/city.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { coverInstance, coveredWeight } from '../../../geodata/kernel/siting/cover.ts'
import type { ExactSolver, SitingHooks, Solution } from '../../../geodata/kernel/siting/exact.ts'
import { maxCover } from '../../../geodata/kernel/siting/maxCover.ts'
import { solvePublished } from '../../../geodata/kernel/siting/published.ts'
import { straightRow } from '../../../geodata/kernel/straight.ts'
import { highsSolver } from '../../../server/siting/highs.ts'
import { publishedInstance, publishedOptima } from '../../tools/published.ts'
import { sharedPresent } from '../../tools/shared.ts'
import { bareGreedy } from '../bare/greedy.ts'
import type { Line, Row } from '../row.ts'

const forty = Array.from({ length: 40 }, (_, k) => k + 1)

export const row: Row = {
  name: 'siting', size: { buildings: 100_000, nodes: 20_000 },
  async run(city) {
    const lines: Line[] = []
    if (city) for (const sites of [1000, 5000]) lines.push(...await covering(city, sites))
    if (!sharedPresent) return [...lines, { work: 'published instances', note: 'skipped: ../shared absent' }]
    return [...lines, ...await medians(), ...await centres(), ...await seated()]
  },
}

/** Straight 1,000 m around places among the homes; 20 sites. */
async function covering(city: City, sites: number): Promise<Line[]> {
  const random = seededRandom(7), { x, y, count, residents } = city.buildings
  const rows = Array.from({ length: sites }, (_, k) => {
    const at = Math.floor(random() * count)
    return straightRow(city, { facility: -1, id: String(k), x: x[at], y: y[at], onlyAreas: [], onlyKey: '' }, 1000).buildings
  })
  const weights = Float64Array.from(residents.all), instance = coverInstance(rows, weights, null)
  const greedyStart = performance.now(), greedy = bareGreedy(rows, weights, 20), greedyMs = performance.now() - greedyStart
  const start = performance.now()
  const found = maxCover(instance, { most: 20, budget: Infinity, locked: [], excluded: [] }, within(15, start, await highsSolver(() => 15_000 - (performance.now() - start))))
  const took = performance.now() - start, gap = (found.bound - found.value) / found.value
  const work = `maximal covering, 100,000 x ${sites.toLocaleString('en')}, 20 sites`
  return [
    { work: `${work}, gap to the proven bound, %`, milliseconds: took, ratio: gap * 100, goal: { atMost: sites === 1000 ? 0 : 1 }, note: `${found.proven ? 'proven optimal' : 'not proven'}; ${instance.covered.length.toLocaleString('en')} entries` },
    { work: `${work}, seconds`, ratio: took / 1000, goal: { atMost: 15 } },
    { work: `${work}, time by that of a bare greedy`, milliseconds: greedyMs, ratio: took / greedyMs, note: `greedy is ${(((found.value - greedy) / found.value) * 100).toFixed(2)} % short` },
    { work: `${work}, residents told less those counted`, ratio: found.value - coveredWeight(instance, found.chosen), goal: { atMost: 0 } },
  ]
}

async function medians(): Promise<Line[]> {
  const optima = publishedOptima('p-median'), runs = forty.map((number) => ({ number, optimum: optima.get(number) ?? NaN, ...timed(number, 'p-median', 5, null) }))
  const hit = runs.filter(({ found, optimum }) => found.value === optimum)
  return [
    { work: 'p-median, published optimum on pmed1 to pmed20', ratio: hit.filter(({ number }) => number <= 20).length, goal: { atLeast: 20 }, note: '5 s each after the shortest ways' },
    { work: 'p-median, published optimum on pmed1 to pmed40', ratio: hit.length, goal: { atLeast: 34 }, note: `${runs.filter(({ found }) => found.proven).length} proven` },
    { work: 'p-median, mean gap, %', ratio: (runs.reduce((sum, { found, optimum }) => sum + (found.value - optimum) / optimum, 0) / runs.length) * 100, goal: { atMost: 0.02 } },
    { work: 'p-median, bounds on the wrong side', ratio: runs.filter(({ found, optimum }) => found.bound > optimum || found.value < optimum).length, goal: { atMost: 0 }, note: `mean distance of the bound ${((runs.reduce((sum, { found, optimum }) => sum + (optimum - found.bound) / optimum, 0) / runs.length) * 100).toFixed(3)} %` },
  ]
}

async function centres(): Promise<Line[]> {
  const optima = publishedOptima('p-centre'), runs: { found: Solution; seconds: number; optimum: number }[] = []
  for (const number of forty) {
    const start = performance.now()
    runs.push({ optimum: optima.get(number) ?? NaN, ...timed(number, 'p-centre', 60, await highsSolver(() => 60_000 - (performance.now() - start))) })
  }
  return [
    { work: 'p-centre, proven optimal on pmed1 to pmed40', ratio: runs.filter(({ found, optimum }) => found.proven && found.value === optimum).length, goal: { atLeast: 40 } },
    { work: 'p-centre, slowest of them, seconds', ratio: Math.max(...runs.map(({ seconds }) => seconds)), goal: { atMost: 60 }, note: `all of them ${runs.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(0)} s` },
    { work: 'p-centre, bounds on the wrong side', ratio: runs.filter(({ found, optimum }) => found.bound > optimum || found.value < optimum).length, goal: { atMost: 0 } },
  ]
}

async function seated(): Promise<Line[]> {
  const runs = forty.slice(0, 20).map((number) => {
    const instance = publishedInstance('pmedcap', number), optimum = instance.format === 'pmedcap' ? instance.published : NaN
    return { found: solvePublished(instance, 'p-median', within(3, null, null)), optimum }
  })
  return [
    { work: 'capacitated p-median, farthest from the published value, %', ratio: Math.max(...runs.map(({ found, optimum }) => ((found.value - optimum) / optimum) * 100)), goal: { atMost: 1 }, note: `${runs.filter(({ found, optimum }) => found.value === optimum).length} of 20 equal it, 3 s each` },
    { work: 'capacitated p-median, bounds on the wrong side', ratio: runs.filter(({ found, optimum }) => found.bound > optimum).length, goal: { atMost: 0 }, note: `mean distance of the bound ${((runs.reduce((sum, { found, optimum }) => sum + (optimum - found.bound) / optimum, 0) / runs.length) * 100).toFixed(2)} %` },
  ]
}

/** The seconds told count reading and the shortest ways too; those allowed begin when the search does. */
function timed(number: number, objective: 'p-median' | 'p-centre', seconds: number, exact: ExactSolver | null): { found: Solution; seconds: number } {
  const start = performance.now()
  const found = solvePublished(publishedInstance('pmed', number), objective, within(seconds, null, exact))
  return { found, seconds: (performance.now() - start) / 1000 }
}

/** start null: when it is first asked. */
function within(seconds: number, start: number | null, exact: ExactSolver | null): SitingHooks {
  let from = start
  const going = (): boolean => {
    from ??= performance.now()
    return performance.now() - from < seconds * 1000
  }
  return { exact, going, progress: () => undefined }
}
