import type { AnswerOf, QueryOf, Reader } from '../../geodata/contract/exchange.ts'
import type { access } from '../../geodata/contract/heat.ts'
import { wholeCity } from '../../geodata/kernel/coverage.ts'
import { answerAccess, type AccessAnswer } from '../../geodata/kernel/e2sfca.ts'
import { within } from '../../geodata/kernel/members.ts'
import { quantileBounds } from '../../geodata/kernel/quantiles.ts'
import { areaLevels } from '../../geodata/model/area.ts'
import { accessRule, accessSource } from '../../geodata/words/heat.ts'
import { leastForRate, protectionSentence } from '../../geodata/words/protection.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { checkAsked, isTold, tells, viewOf, type View } from '../security/visibility.ts'
import { describeQuestion, rounded, wordsOf } from './describe.ts'
import { describeHour, momentOf } from './hours/moment.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion } from './read-question.ts'
import { standingOf } from './standing.ts'

type Answer = AnswerOf<typeof access>

/** Places offered per thousand persons, by area in or under the asked one. Catchments do not end at its boundary: what is kept is told of the whole city. */
export async function accessAnswer(open: OpenCity, query: QueryOf<typeof access>, reader: Reader, language: Language): Promise<Answer> {
  const question = readQuestion(open, query)
  const view = viewOf(open, reader, question.area)
  checkAsked(open, view, reader, question, query.asOf)
  const { day, overlay, hour } = await momentOf(open, question, query.asOf)
  const answer = answerAccess(view.city, overlay, question)
  const byArea = areaRows(open, view, answer)
  return {
    question: describeQuestion(open, answer, day, language), rule: describeAccess(open, answer, language), hour: describeHour(hour, language), method: 'e2sfca', source: accessSource,
    ...standingOf(open.identity, open.versions, open.catalogue.version, question.category),
    protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: protectionSentence(view.shield.k, view.finest, language) },
    capacityInReach: answer.seatsInReach, conserved: Math.round(wholeCity(view.city, answer.supplied) * 1e6) / 1e6,
    sites: answer.sites.length, sitesWithoutCapacity: withoutCapacity(answer),
    classes: quantileBounds(byArea.flatMap(({ perThousand }) => perThousand ?? [])), byArea,
  }
}

export const describeAccess = (open: OpenCity, answer: AccessAnswer, language: Language): string =>
  accessRule({ ...wordsOf(open, answer, language), sites: answer.sites.length, unknown: withoutCapacity(answer) }, language)

const withoutCapacity = ({ sites }: AccessAnswer): number => sites.filter(({ seats }) => seats === null).length

function areaRows(open: OpenCity, view: View, { area, supplied, demand, question }: AccessAnswer): Answer['byArea'] {
  const { areas } = open.city
  const rows: Answer['byArea'] = []
  for (let at = 0; at < areas.count; at++) {
    if (!tells(open, view, at) || (area >= 0 && !within(open.city, at, area))) continue
    const told = isTold(open, view, question.group, at)
    const enough = demand[at] > 0 && (!view.shield || demand[at] >= leastForRate)
    rows.push({ code: areas.codes[at], name: areas.names[at], level: areaLevels[areas.levels[at]], perThousand: told && enough ? rounded((supplied[at] / demand[at]) * 1000) : null, demand: told ? demand[at] : null })
  }
  return rows
}
