import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { heat } from '../../../geodata/contract/heat.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import type { Language, Sentence } from '../../../geodata/words/sentence.ts'
import { fillSentence } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'

type Answer = AnswerOf<typeof heat>

/** Cells without their rings. */
export type HeatCell = Omit<Answer['cells'][number], 'ring'>

/** What a layer says, whatever it is about. */
export type HeatLook = Pick<Answer, 'rule' | 'unit' | 'protection' | 'months' | 'from' | 'to' | 'categories' | 'classes' | 'elsewhere' | 'total' | 'series'> & { cells: HeatCell[] }

export const words = (sentence: Sentence, language: Language): string => fillSentence(sentence, {}, language)

/** A grid is called by its community too: every community has a first one. */
export function cellName({ city: { areas } }: OpenCity, area: number): string {
  const above = areas.parents[area]
  return areaLevels[areas.levels[area]] === 'grid' && above >= 0 ? `${areas.names[above]}${areas.names[area]}` : areas.names[area]
}
