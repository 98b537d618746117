import type { Reader } from '../../../geodata/contract/exchange.ts'
import { answerAccess } from '../../../geodata/kernel/e2sfca.ts'
import { liesIn } from '../../../geodata/kernel/members.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { quantileBounds } from '../../../geodata/kernel/quantiles.ts'
import { answerStates, stateIndex } from '../../../geodata/kernel/states.ts'
import { asked } from '../../../geodata/kernel/asked.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { gapUnit, supplyUnit } from '../../../geodata/words/heat.ts'
import { leastForRate, protectionSentence } from '../../../geodata/words/protection.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { checkAsked, isTold, viewOf, type View } from '../../security/visibility.ts'
import { describeAccess } from '../access.ts'
import { categoryName, describeRule, rounded } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { cellName, type HeatCell, type HeatLook } from './heat-look.ts'
import { measureOf, shapeOf, type HeatQuery } from './heat-question.ts'
import { homesByArea, homesByHexagon, sumHomes, type HomeCells } from './homes-by-cell.ts'

/** Places per thousand residents in reach, or residents beyond the usual limit, from the city this reader is answered from. */
export async function siteHeat(open: OpenCity, query: HeatQuery, reader: Reader, language: Language): Promise<HeatLook> {
  measureOf(query)
  const { shape, resolution } = shapeOf(query)
  const question = questionOf(open, query)
  const view = viewOf(open, reader, question.area)
  checkAsked(open, view, reader, question, undefined)
  const cells = resolution === null ? homesByArea(view.city, shape === 'grids' ? 'grid' : 'community') : homesByHexagon(view.city, resolution)
  const { rule, share, count } = query.layer === 'supply' ? supply(open, view, question, language) : gap(open, view, question, language)
  const area = question.area === null ? -1 : (open.city.areas.byCode.get(question.area) ?? -1)
  const inside = area < 0 ? null : Uint8Array.from(view.city.buildings.x, (_, i) => Number(liesIn(view.city, i, area)))
  const persons = view.city.buildings.residents[question.group]
  const sums = sumHomes(view.city, cells, count, inside), of = sumHomes(view.city, cells, (i) => persons[i], inside)
  const figure = (part: number, whole: number): number | null => (share ? (whole < leastForRate ? null : rounded((part / whole) * 1000)) : part)
  const told = (at: number): boolean => cells.indexes === null || isTold(open, view, question.group, at)
  const shown = shownCells(open, cells, sums, of, area, inside, figure, told)
  const rest = cells.ids.length
  const sumOf = (column: Float64Array): number => column.reduce((sum, one) => sum + one, 0)
  return {
    rule, unit: share ? supplyUnit(language) : gapUnit(language),
    protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: protectionSentence(view.shield.k, view.finest, language) },
    months: [], from: null, to: null, series: [], categories: categoriesOf(open, language),
    classes: quantileBounds(shown.flatMap(({ value }) => value ?? [])), cells: shown,
    elsewhere: shown.some(({ value, of: base }) => value === null && base === null) ? null : share ? of[rest] : sums[rest], total: told(area) ? figure(sumOf(sums), sumOf(of)) : null,
  }
}

/** The category's own group and limit; without a category the first of the catalogue. */
function questionOf(open: OpenCity, { category, area }: HeatQuery): Question {
  const known = open.catalogue.categories.map(({ code }) => code)
  const chosen = category ?? known[0]
  if (!known.includes(chosen)) throw new Refusal('unknownCategory', { parameter: 'category', found: chosen, expected: known.join('、') })
  if (area !== undefined && !open.city.areas.byCode.has(area)) throw new Refusal('unknownArea', { parameter: 'area', found: area })
  return fillQuestion(open.catalogue, { category: chosen, area: area ?? null })
}

/** `share`: a ratio of persons, not a count of them; `count`: what a building adds. */
type Layer = { rule: string; share: boolean; count: (building: number) => number }

function supply(open: OpenCity, view: View, question: Question, language: Language): Layer {
  const answer = answerAccess(view.city, emptyOverlay, question)
  const persons = view.city.buildings.residents[question.group]
  return { rule: describeAccess(open, answer, language), share: true, count: (i) => answer.access[i] * persons[i] }
}

function gap(open: OpenCity, view: View, question: Question, language: Language): Layer {
  const states = answerStates(view.city, emptyOverlay, question, open.cache)
  const persons = view.city.buildings.residents[question.group]
  const leftOut: readonly number[] = [stateIndex.marginal, stateIndex.full, stateIndex.uncovered, stateIndex.cut]
  return { rule: describeRule(open, asked(view.city, emptyOverlay, question), language), share: false, count: (i) => (leftOut.includes(states[i]) ? persons[i] : 0) }
}

function shownCells(
  open: OpenCity, cells: HomeCells, sums: Float64Array, of: Float64Array, asked: number, inside: Uint8Array | null, figure: (part: number, whole: number) => number | null, told: (area: number) => boolean,
): HeatCell[] {
  const found: HeatCell[] = []
  for (let cell = 0; cell < cells.ids.length; cell++) {
    const area = cells.indexes?.[cell] ?? -1
    // Of an asked area those parts in which somebody lives.
    if (of[cell] === 0 && (area < 0 || (inside !== null && area !== asked))) continue
    const isShown = area < 0 || told(area)
    found.push({ id: cells.ids[cell], name: area < 0 ? null : cellName(open, area), value: isShown ? figure(sums[cell], of[cell]) : null, events: null, of: isShown ? of[cell] : null })
  }
  return found
}

const categoriesOf = (open: OpenCity, language: Language): HeatLook['categories'] => open.catalogue.categories.map(({ code }) => ({ code, name: categoryName(open, code, language) }))
