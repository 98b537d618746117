import type { FieldsOf } from '../../model/sheets/all.ts'
import type { RegisterInput } from '../register.ts'
import { yearOf } from '../yearly.ts'

/** The newest year, not after the day's, in which money was entered for that purpose, or for any; null: none. */
export const newestFundYear = (input: RegisterInput, purpose: FieldsOf<'fund'>['purpose'] | null): number | null =>
  input.rows('fund').reduce<number | null>((newest, { fields }) => ((purpose === null || fields.purpose === purpose) && fields.year <= yearOf(input.day) ? Math.max(newest ?? 0, fields.year) : newest), null)
