import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { matching } from '../../../geodata/contract/tasks.ts'
import { footingOf } from '../../../geodata/kernel/footing.ts'
import { walksBetween, type Place } from '../../../geodata/kernel/pairs.ts'
import { project } from '../../../geodata/kernel/plane.ts'
import type { EntryOf } from '../../../geodata/model/entry.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import { ruleOf } from '../../../geodata/registers/rule.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { taskSentences } from '../../../geodata/words/tasks.ts'
import { areasAdmit, roleAdmits } from '../../security/authorise.ts'
import { etagOf } from '../../store/etag.ts'
import type { OpenCity } from '../open-city.ts'
import { locate } from '../records/place.ts'
import { registerInput } from '../registers/register-input.ts'
import { standingOf } from '../standing.ts'

type Answer = AnswerOf<typeof matching>
type Item = EntryOf<'listItem'>
type Claim = EntryOf<'claim'>

/** Metres a second of the planning pace: walks are measured in metres, minutes follow from it. */
const planningPace = 'planning'

/** Three lists, the claims on them, and pairs that would suit. Needs and resources without a place of their own stand in the middle of their area's homes. */
export async function matchingAnswer(open: OpenCity, query: QueryOf<typeof matching>, reader: Reader, language: Language): Promise<Answer> {
  const input = await registerInput(open, { area: query.area ?? null, day: open.day }, reader)
  const minutes = query.minutes ?? ruleOf(open.catalogue, 'matchMinutes')
  const pace = open.catalogue.profiles.find(({ code }) => code === planningPace)?.metresPerSecond ?? 1
  const items = input.rows('listItem').filter(({ fields }) => query.category === undefined || fields.category === query.category)
  const known = new Set(items.map(({ id }) => id))
  const claims = input.rows('claim').filter(({ fields }) => known.has(fields.item))
  const pairs = suggestedPairs(open, input, items, claims, minutes * 60 * pace)
  const state = (id: string): Claim['fields']['state'] | null => claims.find(({ fields }) => fields.item === id && isTaken(fields.state))?.fields.state ?? null
  const wanted = items.filter(({ fields }) => fields.list !== 'resource')
  return {
    minutes, rule: fillSentence(taskSentences.matchingRule, { minutes, metres: Math.round(minutes * 60 * pace) }, language), ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    items: items.map((item) => ({ id: item.id, list: item.fields.list, name: item.name, category: item.fields.category, capacity: item.fields.capacity, area: item.area, areaName: nameOf(input, item.area), unit: item.unit, unitName: unitName(input, item.unit), position: pair(placeOf(input, item)), open: item.fields.open })),
    pairs: pairs.map(({ need, resource, metres }, rank) => {
      const walkMinutes = Math.max(1, Math.round(metres / pace / 60))
      const capacity = resource.fields.capacity === null ? '' : fillSentence(taskSentences.pairCapacity, { capacity: resource.fields.capacity }, language)
      return {
        need: need.id, resource: resource.id, walkMetres: Math.round(metres), walkMinutes, rank: rank + 1,
        reason: fillSentence(taskSentences.pairReason, { category: need.fields.category, metres: Math.round(metres), minutes: walkMinutes, capacity }, language),
        claim: claims.find(({ fields }) => fields.item === need.id && fields.resource === resource.id && isTaken(fields.state))?.id ?? null,
      }
    }),
    claims: await Promise.all(claims.map((claim) => claimAnswer(open, input, claim, reader))),
    summary: {
      needs: wanted.filter(({ fields }) => fields.list === 'need').length, resources: items.length - wanted.length, projects: wanted.filter(({ fields }) => fields.list === 'project').length,
      unclaimed: wanted.filter(({ id, fields }) => fields.open && state(id) === null).length, claimed: wanted.filter(({ id }) => state(id) === 'claimed' || state(id) === 'accepted').length, done: wanted.filter(({ id }) => state(id) === 'done').length,
    },
  }
}

type Pair = { need: Item; resource: Item; metres: number }

/** Open needs and projects with open resources of their category within the walk; what is claimed keeps only the pair that was claimed. */
function suggestedPairs(open: OpenCity, input: RegisterInput, items: readonly Item[], claims: readonly Claim[], boundMetres: number): Pair[] {
  const taken = new Map(claims.filter(({ fields }) => isTaken(fields.state)).flatMap(({ fields }) => [[fields.item, fields.resource], ...(fields.resource === null ? [] : [[fields.resource, fields.item]])] as [string, string | null][]))
  const placed = (list: (item: Item) => boolean): { item: Item; place: Place }[] => items.flatMap((item) => {
    const position = item.fields.open && list(item) ? placeOf(input, item) : null
    return position ? [{ item, place: inPlane(open, position) }] : []
  })
  const needs = placed(({ fields }) => fields.list !== 'resource'), resources = placed(({ fields }) => fields.list === 'resource')
  const walks = walksBetween(footingOf(open.city, false, []), needs.map(({ place }) => place), resources.map(({ place }) => place), boundMetres)
  const pairs: Pair[] = []
  for (let p = 0; p < walks.count; p++) {
    const need = needs[walks.from[p]].item, resource = resources[walks.to[p]].item
    if (need.fields.category !== resource.fields.category) continue
    const mate = taken.get(need.id)
    if (mate !== undefined ? mate !== resource.id : taken.has(resource.id)) continue
    pairs.push({ need, resource, metres: walks.metres[p] })
  }
  return pairs.toSorted((a, b) => a.metres - b.metres || (b.resource.fields.capacity ?? 0) - (a.resource.fields.capacity ?? 0) || (a.need.id + a.resource.id < b.need.id + b.resource.id ? -1 : 1))
}

async function claimAnswer(open: OpenCity, input: RegisterInput, claim: Claim, reader: Reader): Promise<Answer['claims'][number]> {
  const chain = await locate(open, { area: claim.area })
  return {
    entry: { ...claim, position: pair(claim.position), fields: { ...claim.fields } }, etag: etagOf(claim), itemName: input.entry(claim.fields.item)?.name ?? claim.fields.item,
    resourceName: claim.fields.resource === null ? null : (input.entry(claim.fields.resource)?.name ?? claim.fields.resource),
    byName: (claim.fields.by === 'unit' ? unitName(input, claim.unit) : nameOf(input, claim.area)) ?? '', editable: roleAdmits(reader.role, 'editor') && areasAdmit(reader.areas, chain.map(({ code }) => code)),
  }
}

const isTaken = (state: Claim['fields']['state']): boolean => state === 'claimed' || state === 'accepted' || state === 'done'
const nameOf = (input: RegisterInput, code: string | null): string | null => (code === null ? null : (input.areas.of(code)?.name ?? null))
const unitName = (input: RegisterInput, id: string | null): string | null => (id === null ? null : (input.unit(id)?.name ?? null))
const pair = (position: Position | null): [number, number] | null => position && [position[0], position[1]]

/** Its own place, else its unit's, else the middle of its area's homes; null: nobody knows. */
function placeOf(input: RegisterInput, { position, unit, area }: Item): Position | null {
  if (position) return position
  const owner = unit === null ? null : input.unit(unit)
  return owner?.position ?? (area === null ? null : (input.areas.of(area)?.centre ?? null))
}

function inPlane({ city: { plane } }: OpenCity, [lon, lat]: Position): Place {
  const out = new Float64Array(2)
  project(plane, lon, lat, out)
  return { x: out[0], y: out[1] }
}
