import type { Catalogue } from '../../model/catalogue.ts'
import { eventStreams } from '../../model/eventCount.ts'
import { audiences, unitNatures } from '../../model/facility.ts'
import { bookings, payments } from '../../model/offer.ts'
import { operatings, organisationKinds, organiseds, scenes, workCovers } from '../../model/organisation.ts'
import { sheetCodes, sheets, type SheetCode } from '../../model/sheets/all.ts'
import type { Field, Sheet } from '../../model/sheets/field.ts'
import { audienceWords, listHeadings, natureWords, organisationKindWords } from '../../words/lists.ts'
import { bookingWords, paymentWords } from '../../words/offer.ts'
import type { Sentence } from '../../words/sentence.ts'
import { choicesOf, sheetWords } from '../../words/sheets/all.ts'
import { commonWords, type CommonColumn } from '../../words/sheets/common.ts'
import { eventStreamWords } from '../../words/sheets/events.ts'
import { recordFormWords, recordHeadings } from '../../words/sheets/forms.ts'
import { operatingWords, organisedWords, sceneWords, workCoverWords } from '../../words/sheets/organisations.ts'
import { otherForms, type Column, type ColumnKind, type Form, type FormCode, type OtherForm } from './form.ts'
import { naturalKeys, otherKeys } from './natural-keys.ts'
import { commonAliases, headingAliases } from './tables/headings.ts'

export const formCodes: readonly FormCode[] = [...sheetCodes, ...otherForms]
export const isSheetCode = (code: string): code is SheetCode => sheetCodes.some((one) => one === code)
export const isFormCode = (code: string): code is FormCode => formCodes.some((one) => one === code)

/** What a table can be taken for, with its columns in their order. */
export const formOf = (code: FormCode, catalogue: Catalogue): Form => (isSheetCode(code) ? registerForm(code, catalogue) : otherForm(code, catalogue))

function registerForm(code: SheetCode, catalogue: Catalogue): Form {
  const sheet: Sheet = sheets[code]
  const own: Readonly<Record<string, Sentence>> = sheetWords[code].fields
  const fields = Object.entries(sheet.fields).map(([field, said]): Column => ({ key: `fields.${field}`, kind: itemsOf(`${code}.${field}`, catalogue) ?? kindOf(code, field, said), words: own[field], aliases: [field, ...(headingAliases[`${code}.${field}`] ?? [])], required: said.optional !== true }))
  const placed = sheet.position === 'none' ? [] : [common('lon', 'lon', sheet.position === 'required'), common('lat', 'lat', sheet.position === 'required')]
  return {
    code, name: sheetWords[code].name, purpose: sheetWords[code].purpose, identifiedBy: naturalKeys[code],
    columns: [
      common('id', 'id'), common('name', 'name', code === 'carrier' || code === 'placeRegister'),
      ...(sheet.area === 'none' ? [] : [common('area', 'area', sheet.area === 'required'), ...areaParts]),
      ...(sheet.unit === 'none' ? [] : [common('unit', 'unit', sheet.unit === 'required')]),
      ...fields, ...placed, ...ending,
    ],
  }
}

/** Columns whose codes are rows of the catalogue: people write the item's name. null: none of these, or the catalogue has no items. */
function itemsOf(column: string, { slots, serviceItems }: Catalogue): ColumnKind | null {
  const items = column === 'slot.slot' ? slots : column === 'serviceItem.item' ? serviceItems : []
  return items.length === 0 ? null : { choice: items.map(({ code, name, nameEn }) => ({ code, word: { zh: name, en: nameEn } })) }
}

function kindOf(sheet: SheetCode, field: string, { kind, ...more }: Field): ColumnKind {
  if (kind === 'choice') return { choice: choicesOf(sheet, field) ?? [] }
  if (kind === 'reference') return 'to' in more ? { reference: more.to, ...('many' in more && more.many === true && { many: true }) } : 'text'
  return kind
}

/** `source` and `date` of the record; a sheet's own field of that name has another heading. */
const common = (key: CommonColumn, kind: ColumnKind, required = false): Column => ({ key, kind, words: commonWords[key], aliases: [key, ...commonAliases[key]], required })
/** 街道, 社区 … side by side say an area as well as one column does. */
const areaParts = (['district', 'street', 'community', 'grid', 'estate'] as const).map((level): Column => ({ key: `part.${level}`, kind: 'areaPart', words: listHeadings[level], aliases: [`所在${listHeadings[level].zh}`, `所属${listHeadings[level].zh}`, level], required: false }))
const ending = [common('validFrom', 'day'), common('validTo', 'day'), common('source', 'source'), common('date', 'day')]

const choice = <C extends string>(codes: readonly C[], words: Readonly<Record<C, Sentence>>, many?: true): ColumnKind => ({ choice: codes.map((code) => ({ code, word: words[code] })), ...(many && { many }) })

function otherForm(code: OtherForm, { categories }: Catalogue): Form {
  const headings: Readonly<Record<string, Sentence>> = recordHeadings[code]
  const column = (key: string, kind: ColumnKind, required = false): Column => ({ key, kind, words: headings[key], aliases: [key, ...(headingAliases[`${code}.${key}`] ?? [])], required })
  const place = (required: boolean): Column[] => [common('lon', 'lon', required), common('lat', 'lat', required)]
  const category: ColumnKind = { choice: categories.map(({ code: one, name, nameEn }) => ({ code: one, word: { zh: name, en: nameEn } })) }
  const columns: Readonly<Record<OtherForm, () => Column[]>> = {
    unit: () => [common('id', 'id'), common('name', 'name', true), column('nature', choice(unitNatures, natureWords), true), column('community', 'area'), ...place(true), ...ending],
    facility: () => [
      common('id', 'id'), common('name', 'name', true), column('category', category, true), common('unit', 'unit'), column('audience', choice(audiences, audienceWords)), column('minAge', 'count'), column('maxAge', 'count'), column('onlyAreas', 'areas'),
      column('hours', 'hours'), column('phone', 'phone'), column('seats', 'count'), column('spareSeats', 'count'), column('squareMetres', 'amount'), column('stepFree', 'flag'),
      column('address', 'address'), column('prices', 'prices'), column('payments', choice(payments, paymentWords, true)), column('bring', 'bring'), column('booking', choice(bookings, bookingWords)), column('delivers', 'flag'), column('halal', 'flag'), column('toilet', 'flag'), column('menu', 'menu'), ...place(true), ...ending,
    ],
    organisation: () => [
      common('id', 'id'), common('name', 'name', true), column('kind', choice(organisationKinds, organisationKindWords), true), column('creditCode', 'creditCode'), column('community', 'area'), common('unit', 'unit'), column('operating', choice(operatings, operatingWords)),
      column('scene', choice(scenes, sceneWords)), column('alsoScenes', choice(scenes, sceneWords, true)), column('carrier', { reference: 'carrier' }), column('registeredCommunity', 'area'), column('employees', 'count'), column('members', 'count'), column('aboveScale', 'flag'),
      column('organised', choice(organiseds, organisedWords)), column('branch', { reference: 'partyOrganisation' }), column('work', choice(workCovers, workCoverWords)), column('instructor', { reference: 'instructor' }), ...place(false), ...ending,
    ],
    eventCount: () => [
      common('id', 'id'), column('stream', choice(eventStreams, eventStreamWords), true), column('month', 'month', true), column('category', 'text', true), common('area', 'area'), ...areaParts,
      column('times', 'count', true), column('people', 'count'), column('responded', 'count'), column('resolved', 'count'), column('satisfied', 'count'), ...place(false), common('source', 'source'), common('date', 'day'),
    ],
  }
  return { code, name: recordFormWords[code].name, purpose: recordFormWords[code].purpose, columns: columns[code](), identifiedBy: otherKeys[code] }
}
