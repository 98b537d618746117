import { answerBasket } from '../../../geodata/kernel/basket.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { meetingKinds, type MeetingKind } from '../../../geodata/model/sheets/govern.ts'
import type { taskOrigins } from '../../../geodata/model/sheets/act.ts'
import { completenessOf } from '../../../geodata/registers/build/completeness.ts'
import { seatsOf, vacantSeats } from '../../../geodata/registers/govern/vacancies.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import { choiceWord } from '../../../geodata/words/sheets/all.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { taskSentences, type Measure } from '../../../geodata/words/tasks.ts'
import { categoryName } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'

export type TaskOrigin = (typeof taskOrigins)[number]
/** What a task is about, and what it counts today. `value` null: it can no longer be counted. */
export type TaskFigure = { subjectName: string; measure: Measure; value: number | null; area: string; unit: string | null; position: Position | null }

/** Null: there is nothing under that subject. Counts buildings, seats, items, meetings and days, never persons, so that everyone who reads tasks may read them. */
export async function taskFigure(open: OpenCity, input: RegisterInput, origin: TaskOrigin, subject: string, language: Language): Promise<TaskFigure | null> {
  switch (origin) {
    case 'gap': return gapFigure(open, input, subject, language)
    case 'missingItem': return itemFigure(input, subject, language)
    case 'vacancy': return vacancyFigure(input, subject, language)
    case 'overdueMeeting': return meetingFigure(input, subject, language)
    case 'uncoveredFirm': return firmFigure(input, subject)
    case 'need': return needFigure(input, subject)
    case 'estate': return estateFigure(input, subject)
    case 'other': return ofArea(input, subject, 'none', null)
  }
}

function ofArea(input: RegisterInput, code: string, measure: Measure, value: number | null, name?: string): TaskFigure | null {
  const area = input.areas.of(code)
  return area && { subjectName: name ?? area.name, measure, value, area: code, unit: null, position: area.centre }
}

/** "canteen:990101001001" counts buildings of the area; "canteen:d1-building-3-1" the metres to the nearest site that admits. */
async function gapFigure(open: OpenCity, input: RegisterInput, subject: string, language: Language): Promise<TaskFigure | null> {
  const [category, place] = halves(subject)
  if (!open.catalogue.categories.some(({ code }) => code === category)) return null
  const area = input.areas.of(place)
  const name = (of: string): string => fillSentence(taskSentences.gapOf, { area: of, category: categoryName(open, category, language) }, language)
  if (area) return ofArea(input, place, 'buildingsLeftOut', leftOut(open, category, place), name(area.name))
  const index = open.ids.find(place)
  const building = index === null ? null : await open.names.building(place)
  const community = index === null ? null : input.areas.above(open.city.areas.codes[open.city.buildings.area[index]] ?? '', 'community')
  if (index === null || !building || !community) return null
  const service = answerBasket(open.city, emptyOverlay, index, fillQuestion(open.catalogue, { category })).services.find(({ question }) => question.category === category)
  const metres = service?.nearest?.admits ? Math.round(service.nearest.metres) : null
  return { subjectName: name(building.name || place), measure: 'metresToNearest', value: metres, area: community.code, unit: null, position: null }
}

/** Homes beyond the usual limit of the category, for its usual group. */
function leftOut(open: OpenCity, category: string, code: string): number {
  const { areas } = answerCoverage(open.city, emptyOverlay, fillQuestion(open.catalogue, { category }), open.cache)
  const at = open.city.areas.byCode.get(code) ?? open.city.areas.count
  return areas.buildingsTotal[at] - areas.buildingsCovered[at]
}

function itemFigure(input: RegisterInput, subject: string, language: Language): TaskFigure | null {
  const [code, area] = halves(subject)
  const item = input.catalogue.slots.find((slot) => slot.code === code)
  const place = input.areas.of(area)
  if (!item || !place) return null
  const row = completenessOf(input, item.level).rows.find((one) => one.area.code === area)
  return ofArea(input, area, 'itemsComplete', row?.complete ?? 0, fillSentence(taskSentences.itemOf, { area: place.name, item: language === 'zh' ? item.name : item.nameEn }, language))
}

function vacancyFigure(input: RegisterInput, id: string, language: Language): TaskFigure | null {
  const seat = seatsOf(input).find((row) => row.id === id)
  const committee = seat && input.entry(seat.fields.committee)
  const area = committee?.area == null ? null : input.areas.of(committee.area)
  if (!seat || !area) return null
  const name = fillSentence(taskSentences.seatOf, { area: area.name, number: seat.fields.number }, language)
  return { subjectName: name, measure: 'vacantDays', value: vacantSeats(input).find((one) => one.seat === id)?.days ?? 0, area: area.code, unit: seat.unit, position: area.centre }
}

function meetingFigure(input: RegisterInput, subject: string, language: Language): TaskFigure | null {
  const [kind, community] = halves(subject)
  if (!isMeetingKind(kind)) return null
  const held = input.rows('meeting').filter(({ area, fields }) => area === community && fields.kind === kind && fields.day.slice(0, 4) === input.day.slice(0, 4) && fields.day <= input.day).length
  const place = input.areas.of(community)
  return place && ofArea(input, community, 'meetingsHeld', held, fillSentence(taskSentences.itemOf, { area: place.name, item: choiceWord('meeting.kind', kind, language) }, language))
}

const isMeetingKind = (kind: string): kind is MeetingKind => meetingKinds.some((one) => one === kind)

function firmFigure(input: RegisterInput, id: string): TaskFigure | null {
  const firm = input.organisations.find((one) => one.id === id)
  const community = firm && input.areas.communityAt(firm)
  if (!firm || !community) return null
  const covered = (firm.organised !== null && firm.organised !== 'none') || (firm.work !== null && firm.work !== 'none')
  return { subjectName: firm.name, measure: 'covered', value: Number(covered), area: community.code, unit: firm.unit, position: firm.position }
}

function needFigure(input: RegisterInput, id: string): TaskFigure | null {
  const item = input.rows('listItem').find((row) => row.id === id)
  if (!item || item.area === null) return null
  const claims = input.rows('claim').filter(({ fields }) => fields.item === id && (fields.state === 'accepted' || fields.state === 'done' || fields.state === 'claimed')).length
  return { subjectName: item.name, measure: 'claims', value: claims, area: item.area, unit: item.unit, position: item.position }
}

function estateFigure(input: RegisterInput, code: string): TaskFigure | null {
  const row = input.rows('estate').find((one) => one.area === code)
  const parts = row ? Number(row.fields.property === 'company' || row.fields.property === 'selfRun') + Number(row.fields.owners === 'committee') : null
  return ofArea(input, code, 'managedParts', parts)
}

/** Before and after the first colon. */
function halves(subject: string): [string, string] {
  const at = subject.indexOf(':')
  return at < 0 ? [subject, ''] : [subject.slice(0, at), subject.slice(at + 1)]
}
