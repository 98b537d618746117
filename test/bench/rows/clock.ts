import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerClock, clockFigures, type Opening } from '../../../geodata/kernel/clock.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { interleaved, type Line, type Row } from '../row.ts'

/** Different hours among the sites: the demonstration city has 132 texts in all its categories together. */
const spellings = 132
const halfHours = 336

/** Coverage at the 336 half hours of a week against one coverage run, each from nothing but the columns and the walk. */
export const row: Row = {
  name: 'clock', size: { buildings: 100_000, nodes: 50_000 },
  run(city) {
    if (!city) return []
    const opening = weekOf(city)
    return (['network', 'straight'] as const).flatMap((metric) => ['largest', 'middle'].flatMap((size): Line[] => {
      const code = categoryOf(city, size === 'largest' ? 0 : 10)
      const question = fillQuestion(city.catalogue, { category: code.category, group: 'all', metric })
      const clock = answerClock(city, emptyOverlay, question, opening)
      const times = interleaved({
        clock: () => { clockFigures(city, emptyOverlay, answerClock(city, emptyOverlay, question, opening)) },
        coverage: () => { answerCoverage(city, emptyOverlay, question, reachCache()) },
        again: () => { clockFigures(city, emptyOverlay, clock) },
      })
      return [{
        work: `clock of ${code.sites} sites, ${metric}`, milliseconds: times.clock, ratio: times.clock / times.coverage, goal: { atMost: 10 },
        note: `of one coverage run (${times.coverage.toFixed(1)} ms); ${clock.patterns.size} patterns of hours, the figures of one more area ${times.again.toFixed(1)} ms`,
      }]
    }))
  },
}

/** Each spelling one or two sessions on some days, at whole half hours. */
function weekOf(city: City): Opening {
  const random = seededRandom(17)
  const hours = Array.from({ length: spellings }, () => {
    const words = new Uint32Array(Math.ceil(halfHours / 32))
    const days = random() < 0.5 ? 5 : 7, from = 12 + Math.floor(random() * 8), to = from + 4 + Math.floor(random() * 20), noon = random() < 0.4
    for (let day = 0; day < days; day++) for (let h = from; h < to; h++) if (!(noon && h >= 23 && h < 28)) words[(day * 48 + h) >> 5] |= 1 << ((day * 48 + h) & 31)
    return words
  })
  return { count: halfHours, of: (site) => hours[(city.facilities.byId.get(site) ?? 0) % spellings] }
}

/** The n-th category by the number of its sites. */
function categoryOf({ catalogue, facilities }: City, rank: number): { category: string; sites: number } {
  const counts = new Int32Array(catalogue.categories.length)
  for (const category of facilities.category) counts[category]++
  const order = [...counts.keys()].toSorted((a, b) => counts[b] - counts[a])
  return { category: catalogue.categories[order[rank]].code, sites: counts[order[rank]] }
}
