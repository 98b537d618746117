import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { wallBuilding } from '../../../geodata/contract/wall.ts'
import { answerBasket } from '../../../geodata/kernel/basket.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { buildingStates } from '../../../geodata/model/question.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { stateWords } from '../../../geodata/words/terms.ts'
import { describeService } from '../basket.ts'
import type { OpenCity } from '../open-city.ts'
import { chainOf } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { readWall } from './asked.ts'
import { lensOn } from './lens.ts'

/** One building by its dense index: what it is called, its state and why; nothing of who lives there. Refusal: unknownBuilding, badParameter. */
export async function wallBuildingAnswer(open: OpenCity, found: string, { lens, month }: QueryOf<typeof wallBuilding>, reader: Reader, language: Language): Promise<AnswerOf<typeof wallBuilding>> {
  const index = Number(found)
  const building = index < open.ids.count ? await open.names.building(open.ids.at(index)) : null
  if (!building) throw new Refusal('unknownBuilding', { parameter: 'index', found })
  const { day } = await readWall(open, { month }, reader)
  const { questions, overlay } = await lensOn(open, lens, day)
  const then = { day, overlay, buildings: new Map() }
  const services = questions.flatMap((question) => answerBasket(open.city, overlay, index, question).services.filter((service) => service.question.category === question.category).map((service) => describeService(open, then, index, service, true, language)))
  const [best] = services.toSorted((a, b) => buildingStates.indexOf(a.state) - buildingStates.indexOf(b.state) || (a.nearest?.metres ?? Infinity) - (b.nearest?.metres ?? Infinity))
  const state = best?.state ?? (open.city.buildings.kind[index] === homeKinds.other ? 'other' : 'nodata'), nearest = best?.nearest ?? null
  return {
    index, name: building.name, storeys: building.storeys, areas: chainOf(open, { area: open.city.buildings.area[index], estate: -1 }), state, sentence: best?.sentence ?? fillSentence(stateWords[state], {}, language),
    nearest: nearest && { facility: nearest.facility, name: nearest.name, position: nearest.position, metres: nearest.metres, minutes: nearest.minutes, admits: nearest.admits },
    ...standingOf(open.identity, open.versions, open.catalogue.version, null),
  }
}
