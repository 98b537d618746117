import { hash } from 'node:crypto'
import type { CandidateAnswer } from '../../../geodata/contract/siting.ts'
import type { Reader } from '../../../geodata/contract/exchange.ts'
import { admits } from '../../../geodata/kernel/admission.ts'
import { isStanding, lockKinds } from '../../../geodata/kernel/columns.ts'
import type { EntryOf } from '../../../geodata/model/entry.ts'
import { standsOn } from '../../../geodata/model/entry.ts'
import type { Admission } from '../../../geodata/model/facility.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Question } from '../../../geodata/model/question.ts'
import type { NewSite, Step } from '../../../geodata/model/step.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { gateName } from '../../../geodata/words/siting.ts'
import type { OpenCity } from '../open-city.ts'
import { membership } from '../records/list-answer.ts'
import { chainOf, finderOf } from '../records/place.ts'
import { registerRecords, type RegisterRecords } from '../registers/register-records.ts'
import { reachableFrom } from './reachable.ts'

type Row = EntryOf<'candidate'>
type Drafted = Omit<CandidateAnswer, 'area' | 'leftOut'>

export const everyone: Admission = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] }
/** An id of a new site: letters and digits alone, the same for the same candidate. */
export const siteIdOf = (candidate: string): string => `s-${hash('sha1', candidate, 'hex').slice(0, 12)}`

/** A place of one's own choosing; without stated hours it is open at any. */
export function newSite(question: Question, candidate: { id: string; name: string; position: Position; hours: string | null; seats: number | null }): Step {
  const { id, name, position, hours, seats } = candidate
  const site: NewSite = { id: siteIdOf(id), name, category: question.category, position, admission: everyone, hours, seats, candidate: id }
  return { kind: 'add', site }
}

/**
 * Closed resources, locked gates and rows of the register of candidates that could serve the question's area, by kind and id. Those of an account that is bound to areas
 * stand within the asked one. Rows about another category, and of sites that let the group in already, are none.
 */
export async function candidateList(open: OpenCity, question: Question, reader: Reader, language: Language): Promise<CandidateAnswer[]> {
  const records = await registerRecords(open)
  const rows = rowsOf(open, question, records)
  const drafted = [...closedResources(open, question, records, rows), ...(await lockedGates(open, rows, language)), ...rows.flatMap((row) => placeOfRow(open, question, records, row) ?? [])]
  const reaches = reachableFrom(open, question), finder = await finderOf(open), isInside = membership(open, question.area ?? undefined)
  const found: CandidateAnswer[] = []
  for (const one of drafted) {
    if (!reaches(one.position)) continue
    const standing = await finder.find(one.position)
    if (reader.areas.length > 0 && !isInside(standing)) continue
    const chain = chainOf(open, standing), area = chain.find(({ level }) => level === 'community') ?? chain.at(-1)
    found.push({ ...one, area: area ? { code: area.code, name: area.name } : null, leftOut: one.willingness === 'refused' })
  }
  return found
}

/** Rows of the category that stand today; somebody may have written its code or its name. */
function rowsOf({ catalogue, day }: OpenCity, { category }: Question, { bySheet }: RegisterRecords): Row[] {
  const words = catalogue.categories.flatMap(({ code, name, nameEn }) => (code === category ? [code, name, nameEn].map((word) => word.toLowerCase()) : []))
  return ((bySheet.get('candidate') ?? []) as unknown as readonly Row[]).filter((row) => standsOn(row, day) && words.includes(row.fields.category.trim().toLowerCase()))
}

const saidOf = (row: Row | undefined): Pick<Drafted, 'willingness' | 'spareSeats' | 'hours' | 'costYuan' | 'squareMetres' | 'note'> =>
  ({ willingness: row?.fields.willingness ?? null, spareSeats: row?.fields.spareSeats ?? null, hours: row?.fields.hours ?? null, costYuan: row?.fields.cost ?? null, squareMetres: row?.fields.squareMetres ?? null, note: row?.fields.note ?? null })

const unitOf = ({ units }: RegisterRecords, id: string | null): Drafted['unit'] => {
  const unit = id === null ? undefined : units.get(id)
  return unit ? { id: unit.id, name: unit.name } : null
}

/** Sites of units that do not let the group in, with what their row says of them where there is one. */
function closedResources({ city: { facilities }, catalogue }: OpenCity, { category, group }: Question, records: RegisterRecords, rows: readonly Row[]): Drafted[] {
  const wanted = catalogue.categories.findIndex(({ code }) => code === category)
  const found: Drafted[] = []
  for (let i = 0; i < facilities.count; i++) {
    if (!isStanding(facilities, i) || facilities.category[i] !== wanted || admits(facilities.admissions[i], group)) continue
    const site = records.facilities.get(facilities.ids[i])
    if (!site || site.unit === null) continue
    const said = saidOf(rows.find(({ fields }) => fields.facility === site.id))
    found.push({
      ...said, id: site.id, kind: 'closedResource', name: site.name, position: [site.position[0], site.position[1]], spareSeats: said.spareSeats ?? site.capacity.spareSeats, squareMetres: said.squareMetres ?? site.capacity.squareMetres,
      unit: unitOf(records, site.unit), step: { kind: 'admit', facility: site.id, admission: { ...everyone, onlyAreas: [] }, hours: said.hours },
    })
  }
  return found.toSorted(byId)
}

/** Gates that are locked all day, in a street that can be walked. */
async function lockedGates({ city: { gates }, names }: OpenCity, rows: readonly Row[], language: Language): Promise<Drafted[]> {
  const found: Drafted[] = []
  for (let i = 0; i < gates.count; i++) {
    if (gates.locked[i] !== lockKinds.always || gates.node[i] < 0) continue
    const gate = await names.record('gate', gates.ids[i])
    if (!gate || !('locked' in gate)) continue
    const said = saidOf(rows.find(({ fields }) => fields.gate === gate.id))
    found.push({ ...said, id: gate.id, kind: 'lockedGate', name: gate.name || fillSentence(gateName, { id: gate.id }, language), position: [gate.position[0], gate.position[1]], unit: null, step: { kind: 'openGate', gate: gate.id, hours: said.hours } })
  }
  return found.toSorted(byId)
}

/** A row that speaks of no site and no gate of the city: a place to be. Null: it has no place, or what it names is a candidate already. */
function placeOfRow(open: OpenCity, question: Question, records: RegisterRecords, row: Row): Drafted | null {
  const { id, name, fields: { kind, facility, gate } } = row
  if (kind === 'lockedGate' || (facility !== null && open.city.facilities.byId.has(facility)) || (gate !== null && gate !== '')) return null
  const position = row.position ?? (row.unit === null ? null : (records.units.get(row.unit)?.position ?? null))
  if (!position) return null
  const said = saidOf(row)
  const place: Position = [position[0], position[1]], called = name === '' ? id : name
  return { ...said, id, kind, name: called, position: [place[0], place[1]], unit: unitOf(records, row.unit), step: newSite(question, { id, name: called, position: place, hours: said.hours, seats: said.spareSeats }) as Drafted['step'] }
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)
