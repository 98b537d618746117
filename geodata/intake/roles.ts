import type { Shape, Tags } from './feature.ts'
import type { Role } from './report.ts'
import { isDenied } from './tables/denied.ts'
import { groundOf } from './tables/grounds.ts'
import { railways } from './tables/highways.ts'
import { furniture, placeKeys, placeOf, placesByName } from './tables/places.ts'

/** Barriers that a person passes at one point. */
const gateKinds: ReadonlySet<string> = new Set(['gate', 'lift_gate', 'swing_gate', 'sliding_gate', 'turnstile', 'full-height_turnstile', 'kissing_gate', 'wicket_gate', 'hampshire_gate'])

/**
 * What a thing with these tags and this form is taken for, each with the key that says so. Empty: no table asks for it.
 * Counting rule: a building is a way or relation (never a node) tagged building=*; a street is a line or pedestrian
 * area tagged highway=* or with a railway=* of the table.
 */
export function rolesOf(tags: Tags, form: Shape['type']): { role: Exclude<Role, 'other'>; called: string }[] {
  if (tags['linli:level'] !== undefined) return [{ role: 'area', called: tags['linli:level'] }]
  if (tags['linli:category'] !== undefined) return [{ role: 'facility', called: 'category' }]
  const found: { role: Exclude<Role, 'other'>; called: string }[] = []
  if (tags['building'] !== undefined && form !== 'point') found.push({ role: 'building', called: 'building' })
  if (form !== 'point' && isStreet(tags)) found.push({ role: 'street', called: tags['highway'] === undefined ? 'railway' : 'highway' })
  if (form === 'point' && isEntrance(tags)) found.push({ role: 'entrance', called: tags['entrance'] === undefined ? 'building' : 'entrance' })
  if (form === 'point' && gateKinds.has(tags['barrier'] ?? '')) found.push({ role: 'gate', called: 'barrier' })
  if (form === 'area' && tags['boundary'] === 'administrative') found.push({ role: 'area', called: 'boundary' })
  const ground = form === 'area' && tags['building'] === undefined ? groundOf(tags) : null
  if (ground) found.push({ role: 'ground', called: ground.key })
  else if (form === 'area' && tags['building'] === undefined && isDenied(tags) && found.length === 0) found.push({ role: 'ground', called: 'refused' })
  const key = form === 'line' ? null : placeKeyOf(tags)
  if (key) found.push({ role: 'facility', called: key })
  return found
}

/** Ways out in an emergency and doors for goods or cars are no way in for a walker. */
function isEntrance(tags: Tags): boolean {
  if (tags['building'] === 'entrance') return true
  return tags['entrance'] !== undefined && !/^(no|exit|emergency|fire_exit|service|garage|emergency_ward_entrance)$/.test(tags['entrance'])
}

/** The name under which a thing of no role is counted. */
export function labelOf(tags: Tags): string {
  for (const key of labelKeys) if (tags[key] !== undefined) return `${key}=${tags[key]}`
  const first = Object.keys(tags).sort()[0]
  return first === undefined ? 'untagged' : `${first}=*`
}

const labelKeys = ['building', 'building:part', 'highway', 'railway', 'public_transport', 'barrier', 'amenity', 'shop', 'leisure', 'tourism', 'office', 'natural', 'landuse', 'waterway', 'place', 'boundary', 'man_made', 'power', 'historic', 'entrance', 'route', 'type', 'kind']

function isStreet(tags: Tags): boolean {
  return tags['highway'] !== undefined || railways.has(tags['railway'] ?? '')
}


function placeKeyOf(tags: Tags): string | null {
  const name = tags['name'] ?? ''
  if (name !== '' && tags['highway'] === undefined && tags['boundary'] === undefined && placesByName.some(([pattern]) => pattern.test(name)) && tags['public_transport'] === undefined) return 'name'
  const row = placeOf(tags)
  if (row) return row.key
  for (const key of placeKeys) if (tags[key] !== undefined && !furniture.has(tags[key])) return key
  return null
}
