import { seatsOf, vacantSeats, type VacantSeat } from '../../../../geodata/registers/govern/vacancies.ts'
import { ruleOf } from '../../../../geodata/registers/rule.ts'
import { choiceWord } from '../../../../geodata/words/sheets/all.ts'
import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import { fillSentence, type Language } from '../../../../geodata/words/sentence.ts'
import type { RegisterInput } from '../../../../geodata/registers/register.ts'
import { isBelowCommunities, type BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'

/** 谁该增补: vacant seats by days, told by number and category, never by person. */
export function fillSeats(ask: BoardAsk): BoardBody {
  if (isBelowCommunities(ask)) return { kind: 'list', rows: [], why: 'level' }
  const { input, language } = ask
  const limit = ruleOf(input.catalogue, 'vacancyDays')
  const rows = vacantSeats(input).map((seat) => wallRow({
    id: seat.seat, name: seatName(input, seat, language), value: seat.days, state: seat.days > limit ? 'late' : 'due',
    note: fillSentence(wallAnswerWords.vacantNote, { category: choiceWord('seat.category', seat.category, language), unit: seat.unit === null ? '' : fillSentence(wallAnswerWords.lateUnit, { unit: seat.unit }, language) }, language),
    areas: seat.community === null ? [] : [seat.community],
  }))
  return { kind: 'list', rows, why: seatsOf(input).length === 0 ? 'none' : null }
}

export const seatName = (input: RegisterInput, { community, number }: Pick<VacantSeat, 'community' | 'number'>, language: Language): string =>
  fillSentence(wallAnswerWords.seat, { area: community === null ? '' : (input.areas.of(community)?.name ?? community), number }, language)
