import { answerAssignment } from '../../../geodata/kernel/assigned.ts'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import type { City } from '../../../geodata/kernel/columns.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { footingFor } from '../../../geodata/kernel/footing.ts'
import { ghostOf } from '../../../geodata/kernel/ghost.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { reachColumn } from '../../../geodata/kernel/reach.ts'
import { reachRow } from '../../../geodata/kernel/row.ts'
import { sourcesOf, type Source } from '../../../geodata/kernel/sources.ts'
import { answerStates, stateIndex } from '../../../geodata/kernel/states.ts'
import type { Admission } from '../../../geodata/model/facility.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { interleaved, median, type Line, type Row } from '../row.ts'

const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
const frameMilliseconds = 1000 / 60
/** Full recomputations; each searches the whole city anew. */
const compared = 1000

/** A site dragged over a city of 10,000 sites: what a move costs over the walk it needs, and whether it tells the truth. */
export const row: Row = {
  name: 'ghost', size: { buildings: 100_000, nodes: 50_000, facilities: 10_000 },
  run(city) {
    if (!city) return []
    const question = fillQuestion(city.catalogue, { category: 'c10', group: 'all', limit: { metres: 1000 } })
    const cache = reachCache(), footing = footingFor(city, emptyOverlay, question)
    const ghost = ghostOf(city, emptyOverlay, question, { category: 'c10', admission: everyone }, cache)
    const { marginalMetres, limitMetres, summary } = answerCoverage(city, emptyOverlay, question, cache)
    const random = seededRandom(19)
    const places = Array.from({ length: 2 * compared }, () => placeNear(city, Math.floor(random() * city.buildings.count), random))

    const moves: number[] = [], walks: number[] = []
    const timed = (times: number[], work: () => void): void => {
      const start = performance.now()
      work()
      times.push(performance.now() - start)
    }
    places.forEach(({ source, position }, k) => {
      const walk = (): void => { reachRow(footing, source, marginalMetres) }, move = (): void => { ghost.moveTo(position[0], position[1]) }
      // By turns first, so that neither always finds the place in the processor's cache.
      for (const first of k % 2 === 0 ? [true, false] : [false, true]) timed(first ? walks : moves, first ? walk : move)
    })
    const one = median(moves.slice(compared)), walk = median(walks.slice(compared))

    const sources = sourcesOf(city, emptyOverlay, question.category, 'all')
    const without = answerStates(city, emptyOverlay, question, cache), shown = without.slice()
    const left = ghost.leave()
    let differing = 0, differingStates = 0
    for (const { source, position } of places.slice(0, compared)) {
      const { covered, changed, states } = ghost.moveTo(position[0], position[1])
      changed.forEach((building, k) => { shown[building] = states[k] })
      const metres = reachColumn(footing, [...sources, source], marginalMetres)
      let people = 0
      for (let i = 0; i < metres.length; i++) {
        const isHome = without[i] !== stateIndex.nodata && without[i] !== stateIndex.other
        if (isHome && metres[i] <= limitMetres) people += city.buildings.residents.all[i]
        const state = !isHome ? without[i] : metres[i] <= limitMetres ? stateIndex.covered : metres[i] <= marginalMetres ? stateIndex.marginal : -1
        if (state >= 0 && shown[i] !== state) differingStates++
        if (state < 0 && (shown[i] === stateIndex.covered || shown[i] === stateIndex.marginal)) differingStates++
      }
      differing += Math.abs(people - covered)
    }

    const seated: City = { ...city, facilities: { ...city.facilities, seats: city.facilities.seats.map((_, i) => 20 + (i % 100)) } }
    const most = fillQuestion(city.catalogue, { category: largestCategory(city), group: 'all', limit: { metres: 1000 } }), most0 = sourcesOf(seated, emptyOverlay, most.category, 'all')
    const seats = interleaved({ assignment: () => { answerAssignment(seated, emptyOverlay, most, { personsPerSeat: 2, useShare: 0.1 }) }, walks: () => { for (const source of most0) reachRow(footingFor(seated, emptyOverlay, most), source, 1000) } }, 3)
    const from = unproject(city.plane, city.network.nodeX[1000], city.network.nodeY[1000]), to = unproject(city.plane, city.network.nodeX[1001], city.network.nodeY[1001])
    const start = performance.now()
    answerStates(city, { ...emptyOverlay, passages: [{ id: 'p-1', from, to }] }, question, cache)
    const passage = performance.now() - start
    const lines: Line[] = [
      { work: 'a site dragged, one move, 10,000 sites', milliseconds: one, ratio: one / walk, goal: { atMost: 2.5 }, note: `of the walk to 1.2 of 1,000 m alone (${walk.toFixed(2)} ms)` },
      { work: 'moves within a frame at 60 a second', ratio: frameMilliseconds / one, goal: { atLeast: 1 }, note: `${Math.round(1000 / one)} moves a second` },
      { work: 'dragged, residents that differ from a full recompute', ratio: differing, goal: { atMost: 0 }, note: `${compared} positions; ${left.covered === summary.residentsCovered ? 'leaving restores the figure' : 'leaving does NOT restore the figure'}` },
      { work: 'dragged, buildings shown in another state', ratio: differingStates, goal: { atMost: 0 } },
      { work: `seats taken nearest first, ${most0.length} sites`, milliseconds: seats.assignment, ratio: seats.assignment / seats.walks, goal: { atMost: 5 }, note: `of the walks alone (${seats.walks.toFixed(0)} ms)` },
      { work: 'a way through a wall, the first time', milliseconds: passage, note: 'streets cut and buildings snapped anew; kept afterwards' },
    ]
    return lines
  },
}

/** Up to 80 m from a home, rounded as a page sends it. */
function placeNear(city: City, building: number, random: () => number): { source: Source; position: Position } {
  const x = Math.fround(city.buildings.x[building] + (random() - 0.5) * 80), y = Math.fround(city.buildings.y[building] + (random() - 0.5) * 80)
  return { position: unproject(city.plane, x, y), source: { facility: city.facilities.count, id: 'ghost', x, y, onlyAreas: [], onlyKey: '' } }
}

/** The kind of site there are most of. */
function largestCategory({ catalogue, facilities }: City): string {
  const counts = new Int32Array(catalogue.categories.length)
  for (const category of facilities.category) counts[category]++
  return catalogue.categories[counts.indexOf(Math.max(...counts))].code
}
