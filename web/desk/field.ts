import { audiences, unitNatures } from '../../geodata/model/facility.ts'
import type { TextKey } from '../text/zh.ts'
import type { Control, Field, FieldPart } from './control.ts'
import { organisationFields } from './organisationFields.ts'
import { sheetOf, type DeskKind } from './record.ts'
import { sheetFields } from './sheetFields.ts'
import { addressField, offerFields, openingFields } from './siteFields.ts'

export type { Control, Field, FieldPart } from './control.ts'
export { fieldParts } from './control.ts'

/** Every field of a record that can be edited, in the order of the form. */
export const fieldsOf = (kind: DeskKind): readonly Field[] => {
  const sheet = sheetOf(kind)
  if (sheet) return sheetFields(sheet)
  if (kind === 'entry') return rowFields
  return kind === 'facility' ? siteFields : kind === 'unit' ? unitFields : organisationFields
}
export const fieldAt = (kind: DeskKind, path: string): Field | undefined => fieldsOf(kind).find((field) => field.path === path)
/** A fault of the server names a field or something within it: admission.onlyAreas.0 belongs to admission.onlyAreas. */
export const fieldOfFault = (kind: DeskKind, path: string): Field | undefined =>
  fieldAt(kind, path) ?? fieldsOf(kind).find((field) => path.startsWith(`${field.path}.`) || field.path.startsWith(`${path}.`))

/** The key of its label: the innermost name is enough, no two are alike. */
export const labelOf = (field: Pick<Field, 'path'>): TextKey => `desk.field.${field.path.slice(field.path.indexOf('.') + 1)}` as TextKey

/** Codes that a field of choices offers; '' stands for unknown. */
export const choicesOf = (control: Control): readonly string[] => {
  if (control === 'audience') return audiences
  if (control === 'nature') return unitNatures
  return control === 'stepFree' ? ['yes', 'no', ''] : []
}

const field = (part: FieldPart, path: string, control: Control, empty: Field['empty'] = null): Field => ({ path, control, part, empty })

const validity = [field('receipt', 'validFrom', 'day'), field('receipt', 'validTo', 'day')]
const provenance = [field('receipt', 'source', 'line', 'required'), field('receipt', 'date', 'day')]

const siteFields: readonly Field[] = [
  field('what', 'name', 'line', 'required'), field('what', 'category', 'category', 'required'), field('what', 'unit', 'unit'),
  field('where', 'position', 'place', 'required'), addressField, field('where', 'stepFree', 'stepFree'),
  field('whom', 'admission.audience', 'audience', 'required'), field('whom', 'admission.minAge', 'whole'), field('whom', 'admission.maxAge', 'whole'), field('whom', 'admission.onlyAreas', 'areas'),
  ...openingFields, ...offerFields,
  field('room', 'capacity.seats', 'whole'), field('room', 'capacity.spareSeats', 'whole'), field('room', 'capacity.squareMetres', 'amount'),
  ...validity, ...provenance,
]

/** What rows of all sheets have. */
const rowFields: readonly Field[] = [field('what', 'name', 'line', ''), ...validity, ...provenance]

const unitFields: readonly Field[] = [
  field('what', 'name', 'line', 'required'), field('what', 'nature', 'nature', 'required'),
  field('where', 'position', 'place', 'required'), field('where', 'community', 'area'),
  ...validity, ...provenance,
]
