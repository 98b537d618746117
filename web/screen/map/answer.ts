import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wall, wallRecords } from '../../../geodata/contract/wall.ts'

export type WallAnswer = AnswerOf<typeof wall>
export type WallChild = WallAnswer['children'][number]
/** What a drawer lights. */
export type WallLights = AnswerOf<typeof wallRecords>['lights']
