import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { completeness } from '../../../geodata/contract/completeness.ts'
import { completenessOf, type Completeness, type CompletenessRow } from '../../../geodata/registers/build/completeness.ts'
import { completenessRule, householdsRule, unconfirmedNote } from '../../../geodata/words/completeness.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { roleAdmits } from '../../security/authorise.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { dayOf, registerInput } from './register-input.ts'
import { upTo } from './up-to.ts'

export type CompletenessQuery = QueryOf<typeof completeness>
type Answer = AnswerOf<typeof completeness>

/** The matrix of items by communities or streets. Whoever has no account is told states alone: no square metres, no rows of registers. */
export async function completenessAnswer(open: OpenCity, query: CompletenessQuery, reader: Reader, language: Language): Promise<Answer> {
  const level = query.level ?? 'community'
  const slots = open.catalogue.slots.filter((slot) => slot.level === level)
  if (query.missing !== undefined && !slots.some(({ code }) => code === query.missing)) throw new Refusal('badParameter', { parameter: 'missing', found: query.missing }, { kind: 'oneOf', values: slots.map(({ code }) => code) })
  const day = dayOf(open, query.month)
  const input = await registerInput(open, { area: query.area === undefined ? null : upTo(open, query.area, level), day }, reader)
  const found = completenessOf(input, level)
  const wanted = slots.findIndex(({ code }) => code === query.missing)
  const rows = found.rows.filter(({ cells }) => wanted < 0 || cells[wanted].standing === 'missing')
  return {
    level, day, ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    rule: ruleOf(found, language),
    items: found.items.map(({ code, name, nameEn, minSquareMetres, category, source, confirmed, counts }) => ({ code, name: language === 'zh' ? name : nameEn, minSquareMetres, category, source, confirmed, counts })),
    rows: rows.map((row) => told(row, reader)),
    threshold: found.threshold, thresholdConfirmed: found.thresholdConfirmed, withoutData: found.withoutData,
    summary: { areas: found.rows.length, complete: found.complete, meanItems: found.meanItems },
  }
}

function ruleOf({ items, threshold, thresholdConfirmed, level }: Completeness, language: Language): string {
  const rule = fillSentence(completenessRule, { items: items.length }, language)
  if (level === 'street') return rule.trim()
  return rule + fillSentence(householdsRule, { threshold, confirmed: thresholdConfirmed ? '' : unconfirmedNote[language] }, language)
}

function told({ area, cells, complete, of, ...figures }: CompletenessRow, reader: Reader): Answer['rows'][number] {
  const isKnown = roleAdmits(reader.role, 'leader')
  const { squareMetres, households, perHundredHouseholds, reachesThreshold } = isKnown ? figures : nothing
  return {
    code: area.code, name: area.name, parent: area.parent, complete, of, squareMetres, households, perHundredHouseholds: perHundredHouseholds === null ? null : Math.round(perHundredHouseholds * 10) / 10, reachesThreshold,
    cells: cells.map((cell) => (isKnown ? cell : { ...cell, squareMetres: null, entry: null })),
  }
}

const nothing = { squareMetres: null, households: null, perHundredHouseholds: null, reachesThreshold: null } as const
