import { reachCache } from '../../../geodata/kernel/cache.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { withResidents } from '../../../geodata/kernel/revise.ts'
import { shieldOf, shieldWith } from '../../../geodata/kernel/shield.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Line, Row } from '../row.ts'

/** What leaders and the public cost: the shielded city is made once for each state of the counts, then asked like any other. */
export const row: Row = {
  name: 'shield', size: { buildings: 1_000_000, nodes: 500_000 },
  run(city) {
    if (!city) return []
    const timed = <T>(work: () => T): { milliseconds: number; result: T } => {
      const start = performance.now()
      const result = work()
      return { milliseconds: performance.now() - start, result }
    }
    const made = timed(() => shieldOf(city, 10))
    const question = fillQuestion(city.catalogue, { category: city.catalogue.categories[3].code, group: 'all' })
    const cache = reachCache()
    answerCoverage(city, emptyOverlay, question, cache)
    const first = timed(() => answerCoverage(made.result.city, emptyOverlay, question, cache)), again = timed(() => answerCoverage(made.result.city, emptyOverlay, question, cache))
    const edited = timed(() => withResidents(city, [{ building: 7, all: 90, over60: 20, over80: 4, children: 9, households: 30, counted: true }], city.versions))
    const shielded = timed(() => shieldWith(edited.result, 10, made.result.blocks))
    const whole = city.areas.count + 1
    const lines: Line[] = [
      { work: 'shield a city of 1,000,000 buildings', milliseconds: made.milliseconds, note: 'five bands; once a load' },
      { work: 'shield it again after an edit of counts', milliseconds: shielded.milliseconds, note: 'blocks stay' },
      { work: 'coverage from it, first and again', milliseconds: first.milliseconds, note: `${again.milliseconds.toFixed(0)} ms again; reach is shared with the exact city` },
      { work: 'take in the counts of one building', milliseconds: edited.milliseconds },
      { work: 'columns searched for the shielded city', ratio: cache.counts.columns - 1, goal: { atMost: 0 }, note: made.result.inexact.all[whole] === 0 ? 'the whole city is told exactly' : 'the whole city is NOT told' },
    ]
    return lines
  },
}
