import { answerAccess, decayZones } from '../../../geodata/kernel/e2sfca.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { wholeCity } from '../../../geodata/kernel/coverage.ts'
import { footingFor } from '../../../geodata/kernel/footing.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { reachRow } from '../../../geodata/kernel/row.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { interleaved, type Row } from '../row.ts'

/** E2SFCA of one category over a million buildings, against the walks alone: two more passes over what they touch and one over all homes. */
export const row: Row = {
  name: 'access', size: { buildings: 1_000_000, nodes: 200_000 },
  run(bare) {
    if (!bare) return []
    const city: City = { ...bare, facilities: { ...bare.facilities, seats: bare.facilities.seats.map((_, i) => 20 + (i % 100)) } }
    const question = fillQuestion(city.catalogue, { category: largestCategory(city), group: 'all' })
    const answer = answerAccess(city, emptyOverlay, question)
    const offered = wholeCity(city, answer.supplied)
    const times = interleaved({ access: () => { answerAccess(city, emptyOverlay, question) }, walks: () => { walks(city, question, answer.limitMetres) } })
    return [
      { work: `E2SFCA of ${answer.sites.length} sites over a million buildings`, milliseconds: times.access, ratio: times.access / times.walks, goal: { atMost: 2 }, note: `of the walks alone (${times.walks.toFixed(0)} ms), ${decayZones.length} zones` },
      { work: 'seats conserved, relative error', ratio: Math.abs(offered / answer.seatsInReach - 1), goal: { atMost: 1e-9 }, note: `${answer.seatsInReach.toLocaleString('en')} seats in reach` },
    ]
  },
}

/** The kind of site there are most of. */
function largestCategory({ catalogue, facilities }: City): string {
  const counts = new Int32Array(catalogue.categories.length)
  for (const category of facilities.category) counts[category]++
  return catalogue.categories[counts.indexOf(Math.max(...counts))].code
}

function walks(city: City, question: Question, boundMetres: number): number {
  const footing = footingFor(city, emptyOverlay, question)
  let touched = 0
  for (const source of sourcesOf(city, emptyOverlay, question.category, question.group)) touched += reachRow(footing, source, boundMetres).buildings.length
  return touched
}
