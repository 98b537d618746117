import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { organisationCoverage } from '../../../geodata/contract/twoNew.ts'
import { monthOf } from '../../../geodata/registers/days.ts'
import { platformWorkers, protectedWorkers } from '../../../geodata/registers/twoNew/newEmployment.ts'
import { leastForRate } from '../../../geodata/words/protection.ts'
import { choiceWords } from '../../../geodata/words/sheets/all.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { kOf } from '../../security/k.ts'
import type { OpenCity } from '../open-city.ts'
import { areaTree } from '../registers/register-input.ts'
import type { TwoNewAsked } from './asked.ts'

/** 新就业群体 of the newest month of each platform. */
export function workersTold(open: OpenCity, { input, area, day, isInside }: TwoNewAsked, isShielded: boolean, language: Language): AnswerOf<typeof organisationCoverage>['newEmployment'] {
  const whole = { rows: input.rows('newEmployment'), month: monthOf(day), isInside, leastForRate }
  const found = isShielded ? protectedWorkers(whole, areaTree(open), area ?? '', kOf(open.catalogue)) : platformWorkers(whole)
  return found.map((one) => ({ ...one, name: choiceWords['newEmployment.platform'][one.platform][language] }))
}
