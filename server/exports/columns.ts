import type { Gate } from '../../geodata/model/building.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { Facility, Unit } from '../../geodata/model/facility.ts'
import type { SheetCode } from '../../geodata/model/sheets/all.ts'
import type { Field, FieldValue } from '../../geodata/model/sheets/field.ts'
import { fieldsOf } from '../../geodata/model/sheets/references.ts'
import { audienceWords, basisWords, listHeadings, listTexts, lockedWords, natureWords, organisationKindWords, useWords, type ListHeading } from '../../geodata/words/lists.ts'
import { bookingWords, paymentWords, pricesText, programmesText } from '../../geodata/words/offer.ts'
import type { Language, Sentence } from '../../geodata/words/sentence.ts'
import { choicesOf, fieldWords } from '../../geodata/words/sheets/all.ts'
import { commonWords, type CommonColumn } from '../../geodata/words/sheets/common.ts'
import { recordHeadings } from '../../geodata/words/sheets/forms.ts'
import { operatingWords, organisedWords, sceneWords, workCoverWords } from '../../geodata/words/sheets/organisations.ts'
import type { CellValue } from '../answers/table.ts'
import type { ListRow, ShownBuilding, ShownOrganisation } from './list-row.ts'
import type { PlainArea } from './places.ts'

export type CellSetting = { catalogue: Catalogue; language: Language; /** Of a list of rows: the sheet they are of. */ sheet: SheetCode | null }

type Column<R> = { heading: ListHeading | Sentence; of: (record: R, areas: readonly PlainArea[], setting: CellSetting) => CellValue }

/** Columns of each list, in their order, as they are called. */
export function headingsOf(list: EditableKind, { language, sheet }: CellSetting): string[] {
  const columns = list === 'entry' ? entryColumns(sheet) : columnsOf[list]
  return columns.map(({ heading }) => (typeof heading === 'string' ? listHeadings[heading] : heading)[language])
}

export function cellsOf(row: ListRow, setting: CellSetting): CellValue[] {
  const cells = <R>(of: readonly Column<R>[], record: R): CellValue[] => of.map((column) => column.of(record, row.areas, setting))
  // The switch keeps each record with its own columns; a lookup by kind would lose that tie.
  switch (row.kind) {
    case 'facility': return cells(columnsOf.facility, row.record)
    case 'unit': return cells(columnsOf.unit, row.record)
    case 'organisation': return cells(columnsOf.organisation, row.record)
    case 'gate': return cells(columnsOf.gate, row.record)
    case 'building': return cells(columnsOf.building, row.record)
    case 'entry': return cells(entryColumns(setting.sheet), row.record)
  }
}

const areaColumn = (heading: 'district' | 'street' | 'community' | 'grid' | 'estate'): Column<unknown> => ({ heading, of: (_, areas) => areas.find((area) => area.level === heading)?.name ?? null })
const areaColumns = (['district', 'street', 'community', 'grid', 'estate'] as const).map(areaColumn)

const places: readonly Column<{ position: readonly [number, number] | null }>[] = [
  { heading: 'lon', of: ({ position }) => position?.[0] ?? null },
  { heading: 'lat', of: ({ position }) => position?.[1] ?? null },
]
const validity: readonly Column<Pick<Facility, 'validFrom' | 'validTo'>>[] = [
  { heading: 'validFrom', of: ({ validFrom }) => validFrom },
  { heading: 'validTo', of: ({ validTo }) => validTo },
]
const provenance: readonly Column<Pick<Facility, 'source' | 'date'>>[] = [
  { heading: 'source', of: ({ source }) => source },
  { heading: 'date', of: ({ date }) => date },
]

const flag = (value: boolean | null, language: Language): CellValue => (value === null ? null : listTexts[value ? 'yes' : 'no'][language])
const offered = recordHeadings.facility

/** What whoever goes there asks, under the headings by which a table is read in again; programmes, shuttings and who checked are for reading alone. */
const offerColumns: readonly Column<Facility>[] = [
  { heading: offered.address, of: ({ offer }) => offer.address },
  { heading: offered.prices, of: ({ offer }, _, { language }) => pricesText(offer.prices, language) || null },
  { heading: offered.payments, of: ({ offer }, _, { language }) => offer.payments.map((payment) => paymentWords[payment][language]).join('、') || null },
  { heading: offered.bring, of: ({ offer }) => offer.bring },
  { heading: offered.booking, of: ({ offer }, _, { language }) => offer.booking && bookingWords[offer.booking][language] },
  { heading: offered.delivers, of: ({ offer }, _, { language }) => flag(offer.delivers, language) },
  { heading: offered.halal, of: ({ offer }, _, { language }) => flag(offer.halal, language) },
  { heading: offered.toilet, of: ({ offer }, _, { language }) => flag(offer.toilet, language) },
  { heading: offered.menu, of: ({ offer }) => offer.menu },
  { heading: offered.programmes, of: ({ offer }, _, { language }) => programmesText(offer.programmes, language) || null },
  { heading: offered.suspensions, of: ({ suspensions }) => suspensions.map(({ from, until, reason }) => `${from} – ${until ?? '…'} ${reason}`).join('；') || null },
  { heading: listHeadings.checkedDay, of: ({ offer }) => offer.checked?.day ?? null },
  { heading: listHeadings.checkedBy, of: ({ offer }) => offer.checked?.by ?? null },
]

const facility: readonly Column<Facility>[] = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'name', of: ({ name }) => name },
  { heading: 'category', of: ({ category }) => category },
  { heading: 'categoryName', of: ({ category }, _, { catalogue, language }) => catalogue.categories.find(({ code }) => code === category)?.[language === 'zh' ? 'name' : 'nameEn'] ?? null },
  ...areaColumns,
  { heading: 'unit', of: ({ unit }) => unit },
  { heading: 'audience', of: ({ admission }, _, { language }) => audienceWords[admission.audience][language] },
  { heading: 'minAge', of: ({ admission }) => admission.minAge },
  { heading: 'maxAge', of: ({ admission }) => admission.maxAge },
  { heading: 'onlyAreas', of: ({ admission }) => (admission.onlyAreas.length === 0 ? null : admission.onlyAreas.join(' ')) },
  { heading: 'hours', of: ({ hours }) => hours },
  { heading: 'phone', of: ({ phone }) => phone },
  { heading: 'seats', of: ({ capacity }) => capacity.seats },
  { heading: 'spareSeats', of: ({ capacity }) => capacity.spareSeats },
  { heading: 'squareMetres', of: ({ capacity }) => capacity.squareMetres },
  { heading: 'stepFree', of: ({ stepFree }, _, { language }) => (stepFree === null ? null : listTexts[stepFree ? 'yes' : 'no'][language]) },
  ...offerColumns,
  ...validity, ...places, ...provenance,
]

const unit: readonly Column<Unit>[] = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'name', of: ({ name }) => name },
  { heading: 'nature', of: ({ nature }, _, { language }) => natureWords[nature][language] },
  ...areaColumns,
  { heading: 'registeredCommunity', of: ({ community }) => community },
  ...validity, ...places, ...provenance,
]

const said = recordHeadings.organisation

const organisation: readonly Column<ShownOrganisation>[] = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'name', of: ({ name }) => name },
  { heading: 'kind', of: ({ kind }, _, { language }) => organisationKindWords[kind][language] },
  { heading: 'creditCode', of: ({ creditCode }) => creditCode },
  ...areaColumns,
  { heading: 'statedCommunity', of: ({ community }) => community },
  { heading: 'unit', of: ({ unit: named }) => named },
  { heading: said.operating, of: ({ operating }, _, { language }) => operating && operatingWords[operating][language] },
  { heading: said.scene, of: ({ scene }, _, { language }) => scene && sceneWords[scene][language] },
  { heading: said.alsoScenes, of: ({ alsoScenes }, _, { language }) => (alsoScenes.length === 0 ? null : alsoScenes.map((scene) => sceneWords[scene][language]).join('、')) },
  { heading: said.carrier, of: ({ carrier }) => carrier },
  { heading: said.registeredCommunity, of: ({ registeredCommunity }) => registeredCommunity },
  { heading: said.employees, of: ({ employees }) => employees },
  { heading: said.members, of: ({ members }) => members },
  { heading: said.aboveScale, of: ({ aboveScale }, _, { language }) => flag(aboveScale, language) },
  { heading: said.organised, of: ({ organised }, _, { language }) => organised && organisedWords[organised][language] },
  { heading: said.branch, of: ({ branch }) => branch },
  { heading: said.work, of: ({ work }, _, { language }) => work && workCoverWords[work][language] },
  { heading: said.instructor, of: ({ instructor }) => instructor },
  ...validity, ...places, ...provenance,
]

const gate: readonly Column<Gate>[] = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'name', of: ({ name }) => name },
  { heading: 'estateCode', of: ({ estate }) => estate },
  { heading: 'locked', of: ({ locked }, _, { language }) => lockedWords[typeof locked === 'string' ? locked : 'hours'][language] },
  { heading: 'lockedHours', of: ({ locked }) => (typeof locked === 'string' ? null : locked.hours) },
  ...areaColumns, ...places, ...provenance,
]

const building: readonly Column<ShownBuilding>[] = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'code', of: ({ code }) => code },
  { heading: 'name', of: ({ name }) => name },
  { heading: 'use', of: ({ use }, _, { language }) => (use === null ? null : useWords[use][language]) },
  { heading: 'storeys', of: ({ storeys }) => storeys },
  ...areaColumns,
  { heading: 'all', of: ({ residents }) => residents?.all ?? null },
  { heading: 'over60', of: ({ residents }) => residents?.over60 ?? null },
  { heading: 'over80', of: ({ residents }) => residents?.over80 ?? null },
  { heading: 'children', of: ({ residents }) => residents?.children ?? null },
  { heading: 'households', of: ({ residents }) => residents?.households ?? null },
  { heading: 'basis', of: ({ residents }, _, { language }) => (residents ? basisWords[residents.basis][language] : null) },
  { heading: 'counted', of: ({ residents }, _, { language }) => (residents ? listTexts[residents.counted ? 'counted' : 'estimated'][language] : null) },
  { heading: 'residentsSource', of: ({ residents }) => residents?.source ?? null },
  { heading: 'residentsDate', of: ({ residents }) => residents?.date ?? null },
  ...places, ...provenance,
]

const common = (heading: CommonColumn, of: (entry: Entry) => CellValue): Column<Entry> => ({ heading: commonWords[heading], of })

/** Those of every row, and between them those of its sheet, under the headings by which a table is read in again. Estates and grids have their names beside the code. */
function entryColumns(sheet: SheetCode | null): readonly Column<Entry>[] {
  const own = sheet === null ? [] : fieldsOf(sheet).map(([name, field]): Column<Entry> => ({ heading: fieldWords(sheet, name) ?? { zh: name, en: name }, of: ({ fields }, _, { language }) => fieldCell(sheet, name, field, fields[name] ?? null, language) }))
  return [
    common('id', ({ id }) => id), common('name', ({ name }) => name), common('area', ({ area }) => area), ...areaColumns, common('unit', ({ unit: about }) => about),
    ...own,
    common('lon', ({ position }) => position?.[0] ?? null), common('lat', ({ position }) => position?.[1] ?? null), common('validFrom', ({ validFrom }) => validFrom), common('validTo', ({ validTo }) => validTo), common('source', ({ source }) => source), common('date', ({ date }) => date),
  ]
}

/** Choices in words; a count that is not written has its sign in its place. */
function fieldCell(sheet: SheetCode, name: string, field: Field, value: FieldValue, language: Language): CellValue {
  if (field.kind === 'choice' && typeof value === 'string') return choicesOf(sheet, name)?.find(({ code }) => code === value)?.word[language] ?? value
  if (typeof value === 'boolean') return flag(value, language)
  if (typeof value === 'object' && value !== null) return value.length === 0 ? null : value.join('、')
  return value
}

const columnsOf = { facility, unit, organisation, gate, building } as const
