import { randomInt } from 'node:crypto'
import type * as z from 'zod/mini'
import * as schemas from '../../geodata/contract/schemas.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import { unsaid } from '../../geodata/model/organisation.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'

/** What the routes know of a kind of record; the rules of its fields are in geodata/intake/edits. */
export type RecordKindRow = {
  schema: z.ZodMiniObject
  /** Before the random part of an id we make. */
  prefix: string
  /** What a new record has where nothing is said. What is named neither here nor in `freshDefaults` must be said. */
  defaults: Readonly<Record<string, unknown>>
}

const validity = { validFrom: null, validTo: null }

/** Buildings are never new. */
export const recordKinds: Readonly<Record<EditableKind, RecordKindRow>> = {
  facility: {
    schema: schemas.facility, prefix: 'f-',
    defaults: {
      ...validity, unit: null, admission: { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }, hours: null, phone: null, capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree: null, offer: emptyOffer, suspensions: [],
    },
  },
  unit: { schema: schemas.unit, prefix: 'u-', defaults: { ...validity, community: null } },
  organisation: { schema: schemas.organisation, prefix: 'o-', defaults: { ...validity, creditCode: null, position: null, community: null, unit: null, ...unsaid } },
  entry: { schema: schemas.entry, prefix: 'e-', defaults: { ...validity, name: '', area: null, unit: null, position: null } },
  gate: { schema: schemas.gate, prefix: 'g-', defaults: { name: '', estate: null, locked: 'never' } },
  building: { schema: schemas.buildingCounts, prefix: 'b-', defaults: {} },
}

/** The source of what is typed in at the desk. */
export const deskSource = '手工录入'

const signs = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** 36^12 ids: two of a million editors' records are alike once in ten million cities. */
const idSigns = 12

export const freshId = (prefix: string): string => prefix + Array.from({ length: idSigns }, () => signs[randomInt(signs.length)]).join('')
