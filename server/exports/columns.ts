import type { AreaLevel } from '../../geodata/model/area.ts'
import type { Gate } from '../../geodata/model/building.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { Facility, Unit } from '../../geodata/model/facility.ts'
import type { Organisation } from '../../geodata/model/organisation.ts'
import { audienceWords, basisWords, listTexts, lockedWords, natureWords, organisationKindWords, useWords, type ListHeading } from '../../geodata/words/lists.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import type { CellValue } from '../answers/table.ts'
import type { ListRow, ShownBuilding } from './list-row.ts'
import type { PlainArea } from './places.ts'

export type CellSetting = { catalogue: Catalogue; language: Language }

type Column<R> = { heading: ListHeading; of: (record: R, areas: readonly PlainArea[], setting: CellSetting) => CellValue }

/** Columns of each list, in their order. */
export const headingsOf = (list: EditableKind): ListHeading[] => columns[list].map(({ heading }) => heading)

export function cellsOf(row: ListRow, setting: CellSetting): CellValue[] {
  const cells = <R>(of: readonly Column<R>[], record: R): CellValue[] => of.map((column) => column.of(record, row.areas, setting))
  // The switch keeps each record with its own columns; a lookup by kind would lose that tie.
  switch (row.kind) {
    case 'facility': return cells(columns.facility, row.record)
    case 'unit': return cells(columns.unit, row.record)
    case 'organisation': return cells(columns.organisation, row.record)
    case 'gate': return cells(columns.gate, row.record)
    case 'building': return cells(columns.building, row.record)
    case 'entry': return cells(columns.entry, row.record)
  }
}

const areaColumn = (heading: ListHeading & AreaLevel): Column<unknown> => ({ heading, of: (_, areas) => areas.find((area) => area.level === heading)?.name ?? null })
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

const organisation: readonly Column<Organisation>[] = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'name', of: ({ name }) => name },
  { heading: 'kind', of: ({ kind }, _, { language }) => organisationKindWords[kind][language] },
  { heading: 'creditCode', of: ({ creditCode }) => creditCode },
  ...areaColumns,
  { heading: 'registeredCommunity', of: ({ community }) => community },
  { heading: 'unit', of: ({ unit: named }) => named },
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

/** Columns that rows of every sheet have; those of the sheet's own fields follow them. */
const entry: readonly Column<Entry>[] = [
  { heading: 'id', of: ({ id }) => id },
  { heading: 'name', of: ({ name }) => name },
  ...areaColumns,
  { heading: 'unit', of: ({ unit }) => unit },
  ...places, ...validity, ...provenance,
]

const columns = { facility, unit, organisation, gate, building, entry } as const
