import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wallBuilding } from '../../../geodata/contract/wall.ts'
import type { Edition } from '../../../geodata/model/edition.ts'
import { buildingStates } from '../../../geodata/model/question.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { stateWords } from '../../../geodata/words/terms.ts'
import { wallRecordWords } from '../../../geodata/words/wallRecords.ts'
import type { OpenCity } from '../open-city.ts'
import { chainOf } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import { tileVersions } from '../standing.ts'

type Kept = Pick<Edition, 'name' | 'geometry' | 'data' | 'catalogue'>

/** What an edition holds of a building: its state. How it is called and where it lies are of the map that shows it, which is said. Throws Refusal: emptyCity, otherOutlines, unknownBuilding. */
export async function frozenBuilding(open: OpenCity | null, found: string, { name: edition, geometry, data, catalogue }: Kept, states: Uint8Array, language: Language): Promise<AnswerOf<typeof wallBuilding>> {
  if (!open) throw new Refusal('emptyCity')
  if (tileVersions(open).outlines !== geometry) throw new Refusal('otherOutlines', { edition })
  const index = Number(found)
  const building = index < states.length ? await open.names.building(open.ids.at(index)) : null
  if (!building) throw new Refusal('unknownBuilding', { parameter: 'index', found })
  const state = buildingStates[states[index]]
  return {
    index, name: building.name, storeys: building.storeys, areas: chainOf(open, { area: open.city.buildings.area[index], estate: -1 }), state,
    sentence: fillSentence(wallRecordWords.frozenBuilding, { edition, state: fillSentence(stateWords[state], {}, language) }, language), nearest: null,
    dataDate: null, dataVersion: data, catalogueVersion: catalogue, demo: open.identity.demo,
  }
}
