import { unproject } from '../../../../geodata/kernel/plane.ts'
import { buildingStates, gapReasons } from '../../../../geodata/model/question.ts'
import { audienceWords } from '../../../../geodata/words/lists.ts'
import { reasonWords } from '../../../../geodata/words/reasons.ts'
import { fillSentence } from '../../../../geodata/words/sentence.ts'
import { stateWords } from '../../../../geodata/words/terms.ts'
import { wallRecordWords } from '../../../../geodata/words/wallRecords.ts'
import { registerRecords } from '../../registers/register-records.ts'
import { bestOpening } from '../boards/best-opening.ts'
import { mealsQuestion } from '../boards/board-ask.ts'
import { admittingSites, dayOfSite, halfHoursOfDay } from '../boards/half-hours.ts'
import { communityOf, homesIn } from '../boards/homes-in.ts'
import { mealGaps, noGap } from '../boards/meal-gaps.ts'
import { mealsKnown } from '../reach.ts'
import { litBuildings } from './lit-buildings.ts'
import { counted, noLights, placesOf, record, type Lights, type RecordList } from './record-list.ts'
import { toldOf, type RecordAsk } from './record-ask.ts'

/** Homes left out, by why: state and reason, never who lives there. */
export async function buildingRecords(ask: RecordAsk): Promise<RecordList> {
  const { open, area, at, sites, input, language } = ask, { city } = open
  const question = mealsQuestion(open, area), homes = homesIn(city, at)
  if (question === null || homes.length === 0 || !(await mealsKnown(open))) return { rows: [], figure: toldOf(ask.numbers.leftOut), lights: noLights }
  const { states, reasons } = mealGaps(open, sites, question)
  const left = homes.filter((i) => reasons[i] !== noGap).toSorted((a, b) => reasons[a] - reasons[b] || a - b)
  const rows = left.map((building) => {
    const community = communityOf(city, building), [lon, lat] = unproject(city.plane, city.buildings.x[building], city.buildings.y[building])
    return record({
      id: open.ids.at(building), name: { building }, area: community, areaName: community === null ? null : (input.areas.of(community)?.name ?? null), position: [rounded(lon), rounded(lat)],
      cells: [fillSentence(stateWords[buildingStates[states[building]]], {}, language), reasonWords[gapReasons[reasons[building]]][language]], state: 'missing',
    })
  })
  return { rows, figure: counted(rows.length, homes.length), lights: { ...noLights, states: leftOutStates(left.map((i) => states[i])), buildings: litBuildings(city.buildings.count, left) } }
}

const leftOutStates = (states: readonly number[]): Lights['states'] => [...new Set(states)].toSorted((a, b) => a - b).map((state) => buildingStates[state])
/** To a centimetre, as the columns hold it. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Canteens of the area that admit residents of 60 and over and are open at some time of the workday. */
export async function canteenRecords(ask: RecordAsk): Promise<RecordList> {
  const { open, area, input, language } = ask
  const question = mealsQuestion(open, area)
  if (question === null) return { rows: [], figure: counted(null, null, 'none'), lights: noLights }
  const ids = admittingSites(ask, question), records = (await registerRecords(open)).facilities, hoursOf = dayOfSite(ask)
  const rows = ids.flatMap((id) => {
    const site = records.get(id), { isOpen } = hoursOf(id)
    const open30 = Array.from({ length: halfHoursOfDay }, (_, h) => h).filter(isOpen).length
    if (!site || open30 === 0) return []
    const community = input.areas.communityAt(site)
    return [record({ id, name: site.name, area: community?.code ?? null, areaName: community?.name ?? null, position: [site.position[0], site.position[1]], cells: [site.hours ?? wallRecordWords.unknownHours[language], open30 / 2], state: 'done' })]
  })
  return { rows, figure: ids.length === 0 ? counted(null, null, 'none') : counted(rows.length, ids.length), lights: { ...noLights, places: placesOf(rows) } }
}

/** Closed sites of units whose opening brings somebody of the area in. The same site may help several areas. */
export async function openingRecords(ask: RecordAsk): Promise<RecordList> {
  const body = await bestOpening(ask)
  if (body.kind !== 'bars') throw new RangeError(`board: expected bars, got ${body.kind}`)
  const records = (await registerRecords(ask.open)).facilities
  const rows = body.rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.id < b.id ? -1 : 1)).map(({ id, name, value, second, note, position }) => {
    const site = records.get(id), community = site ? ask.input.areas.communityAt(site) : null
    return record({ id, name, area: community?.code ?? null, areaName: community?.name ?? null, position, cells: [value, second?.value ?? null, note || (site ? audienceWords[site.admission.audience][ask.language] : null)], state: 'missing' })
  })
  return { rows, figure: counted(body.why === null ? rows.length : null, null, body.why ?? null, body.untold ?? 0), lights: { ...noLights, places: placesOf(rows) }, shared: true }
}
