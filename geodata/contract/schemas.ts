import * as z from 'zod/mini'
import { buildingUses } from '../model/building.ts'
import { audiences, unitNatures } from '../model/facility.ts'
import { operatings, organisationKinds, organiseds, scenes, workCovers } from '../model/organisation.ts'
import { bookings, payments } from '../model/offer.ts'
import { residentBases } from '../model/provenance.ts'
import { sheetCodes } from '../model/sheets/all.ts'
import { position } from './parts.ts'

/** The editable records of geodata/model as schemas: what is sent and what is answered. Rules that span fields are in geodata/intake/edits. */
const name = z.string().check(z.minLength(1), z.maxLength(80))
const code = z.string().check(z.minLength(1), z.maxLength(64))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const count = z.int().check(z.gte(0), z.lte(1_000_000))
const age = z.nullable(z.int().check(z.gte(0), z.lte(150)))

const provenance = { source: z.string().check(z.minLength(1), z.maxLength(120)), date: z.nullable(day) }
const validity = { validFrom: z.nullable(day), validTo: z.nullable(day) }

const words = (most: number) => z.nullable(z.string().check(z.minLength(1), z.maxLength(most)))
const hours = z.string().check(z.minLength(1), z.maxLength(400))
export const price = z.strictObject({ what: z.string().check(z.maxLength(40)), minAge: age, maxAge: age, yuan: z.number().check(z.gte(0), z.lte(100_000)) })
export const programme = z.strictObject({ name, hours, room: words(40) })
export const offer = z.strictObject({
  address: words(120), prices: z.readonly(z.array(price).check(z.maxLength(20))), payments: z.readonly(z.array(z.enum(payments)).check(z.maxLength(payments.length))), bring: words(120), booking: z.nullable(z.enum(bookings)),
  delivers: z.nullable(z.boolean()), halal: z.nullable(z.boolean()), toilet: z.nullable(z.boolean()), menu: words(600), programmes: z.readonly(z.array(programme).check(z.maxLength(30))),
  checked: z.nullable(z.strictObject({ day, by: name })),
})
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/))
export const suspension = z.strictObject({ from: instant, until: z.nullable(instant), reason: z.string().check(z.minLength(1), z.maxLength(120)) })

export const facility = z.strictObject({
  id: code, name, category: code, position, unit: z.nullable(code),
  admission: z.strictObject({ audience: z.enum(audiences), minAge: age, maxAge: age, onlyAreas: z.array(code).check(z.maxLength(50)) }),
  hours: z.nullable(hours),
  phone: z.nullable(z.string().check(z.minLength(1), z.maxLength(40))),
  capacity: z.strictObject({ seats: z.nullable(count), spareSeats: z.nullable(count), squareMetres: z.nullable(z.number().check(z.gte(0), z.lte(1_000_000))) }),
  stepFree: z.nullable(z.boolean()), offer, suspensions: z.readonly(z.array(suspension).check(z.maxLength(50))), ...validity, ...provenance,
})

export const unit = z.strictObject({ id: code, name, nature: z.enum(unitNatures), position, community: z.nullable(code), ...validity, ...provenance })

export const organisation = z.strictObject({
  id: code, name, kind: z.enum(organisationKinds), creditCode: z.nullable(z.string().check(z.minLength(1), z.maxLength(18))), position: z.nullable(position), community: z.nullable(code), unit: z.nullable(code),
  operating: z.nullable(z.enum(operatings)), scene: z.nullable(z.enum(scenes)), alsoScenes: z.array(z.enum(scenes)).check(z.maxLength(scenes.length)), carrier: z.nullable(code), registeredCommunity: z.nullable(code),
  employees: z.nullable(count), members: z.nullable(count), aboveScale: z.nullable(z.boolean()), organised: z.nullable(z.enum(organiseds)), branch: z.nullable(code), work: z.nullable(z.enum(workCovers)), instructor: z.nullable(code),
  ...validity, ...provenance,
})

/** What a field of a sheet may hold: geodata/model/sheets says which field holds what, geodata/intake/edits holds it to that. */
const fieldValue = z.union([z.string().check(z.maxLength(400)), z.number(), z.boolean(), z.array(code).check(z.maxLength(200)), z.null()])

export const entry = z.strictObject({
  id: code, sheet: z.enum(sheetCodes), name: z.string().check(z.maxLength(80)), area: z.nullable(code), unit: z.nullable(code), position: z.nullable(position), fields: z.record(z.string().check(z.maxLength(40)), fieldValue), ...validity, ...provenance,
})

export const gate = z.strictObject({
  id: code, name: z.string().check(z.maxLength(80)), position, estate: z.nullable(code),
  locked: z.union([z.literal('never'), z.literal('always'), z.strictObject({ hours: z.string().check(z.minLength(1), z.maxLength(400)) })]), ...provenance,
})

const residents = z.strictObject({ all: count, over60: count, over80: count, children: count, households: count, basis: z.enum(residentBases), counted: z.boolean(), ...provenance })

/** What of a building the desk knows. Only the counts can be changed. */
export const buildingCounts = z.strictObject({
  id: code, name: z.string(), code: z.nullable(z.string()), position, use: z.nullable(z.enum(buildingUses)), storeys: z.nullable(z.number()), residents: z.nullable(residents), ...provenance,
})

/** What came by import may lack a name or be longer than what may be sent: answers hold it as it is. */
const asHeld = { name: z.string(), source: z.string() }
export const held = {
  facility: z.extend(facility, { ...asHeld, hours: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  unit: z.extend(unit, asHeld),
  organisation: z.extend(organisation, { ...asHeld, creditCode: z.nullable(z.string()) }),
  gate: z.extend(gate, asHeld),
  entry: z.extend(entry, asHeld),
}
