import type { Facility } from '../../../geodata/model/facility.ts'
import type { SheetCode } from '../../../geodata/model/sheets/all.ts'
import { type FreshState, type WallSource } from '../../../geodata/model/wall.ts'
import type { Provenance } from '../../../geodata/model/provenance.ts'
import { daysBetween } from '../../../geodata/registers/days.ts'
import { ruleOf } from '../../../geodata/registers/rule.ts'
import { operatingCommunity } from '../../../geodata/registers/twoNew/operatingCommunity.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import type { OpenCity } from '../open-city.ts'
import { eventTotals } from '../registers/event-totals.ts'
import { lastDayOf, registerInput } from '../registers/register-input.ts'
import { keptWith } from './kept.ts'

/** How old the newest record of a source is, and from how many days on it is ageing and old. */
export type Fresh = { source: WallSource; date: string | null; state: FreshState; ageDays: number | null; ageingAfter: number; oldAfter: number }

/** Sheets whose rows a source is made of. */
const sheetsOf: Readonly<Partial<Record<WallSource, readonly SheetCode[]>>> = {
  completeness: ['slot'], seats: ['committee', 'seat', 'tenure'], reports: ['checkin', 'checkinCount', 'post'], estates: ['estate'], lists: ['serviceOffer', 'listItem', 'claim'],
}

/** Newest day by area code and all areas above; '' = the whole city. */
type Newest = ReadonlyMap<string, string>
const keep = keptWith<Newest>(16)

/**
 * Of the records of a source in an area as they are today: a figure of an earlier month rests on what is known now. A site that was found right is as new as that day, a task as the
 * day it was opened or done.
 */
export async function freshOf(open: OpenCity, source: WallSource, area: string | null): Promise<Fresh> {
  const newest = await keep(open, source, () => newestOf(open, source))
  return freshAt(open, source, newest.get(area ?? '') ?? null)
}

function freshAt({ catalogue, day }: Pick<OpenCity, 'catalogue' | 'day'>, source: WallSource, date: string | null): Fresh {
  const ageingAfter = ruleOf(catalogue, `ageing.${source}`), oldAfter = ruleOf(catalogue, `old.${source}`)
  const ageDays = date === null ? null : Math.max(0, daysBetween(date, day))
  return { source, date, state: ageDays === null ? 'unknown' : ageDays > oldAfter ? 'old' : ageDays > ageingAfter ? 'ageing' : 'fresh', ageDays, ageingAfter, oldAfter }
}

/** The newer of two; of one source. */
export const newerOf = <F extends Pick<Fresh, 'date'>>(a: F, b: F): F => (b.date !== null && (a.date === null || b.date > a.date) ? b : a)

async function newestOf(open: OpenCity, source: WallSource): Promise<Newest> {
  const { areas } = open.city
  const newest = new Map<string, string>()
  const put = (code: string | null, date: string | null): void => {
    // A day that is still to come is a slip of the pen: it would keep its source fresh for ever.
    if (date === null || date > open.day) return
    const raise = (key: string): void => { if ((newest.get(key) ?? '') < date) newest.set(key, date) }
    raise('')
    for (let at = code === null ? -1 : (areas.byCode.get(code) ?? -1); at >= 0; at = areas.parents[at]) raise(areas.codes[at])
  }
  if (source === 'residents') for (const code of ['', ...areas.codes]) { if (open.identity.sourceDate !== null) newest.set(code, open.identity.sourceDate) }
  else if (source === 'events') await eventsOf(open, (code, month) => put(code, lastDayOf(month) > open.day ? open.day : lastDayOf(month)))
  else for (const { code, date } of recordsOf(await wholeInput(open), source)) put(code, date)
  return newest
}

/** Nothing here is of persons: any reader's would do. */
const wholeInput = (open: OpenCity): Promise<RegisterInput> => registerInput(open, { area: null, day: open.day }, { role: 'leader', areas: [] })

function recordsOf(input: RegisterInput, source: WallSource): { code: string | null; date: string | null }[] {
  const sites = (all: readonly Facility[]) => all.flatMap(({ position, date, offer }) => { const code = input.areas.communityAt({ position })?.code ?? null; return [{ code, date }, { code, date: offer.checked?.day ?? null }] })
  if (source === 'sites') return sites(input.facilities)
  if (source === 'units') return [...input.units.map((unit) => ({ code: input.areas.communityAt(unit)?.code ?? null, date: unit.date })), ...sites(input.facilities.filter(({ unit }) => unit !== null))]
  if (source === 'organisations') return input.organisations.map((one) => ({ code: operatingCommunity(one, input), date: one.date }))
  if (source === 'tasks') return input.rows('task').flatMap((row) => [row.date, row.fields.opened, row.fields.closed].map((date) => ({ code: placed(input, row), date })))
  return (sheetsOf[source] ?? []).flatMap((sheet) => input.rows(sheet).map((row) => ({ code: placed(input, row), date: row.date })))
}

/** Where a row counts: a tenure where its seat does, a seat where its committee does, else at its unit. */
function placed(input: RegisterInput, row: Provenance & { area: string | null; unit: string | null; fields: object }): string | null {
  if (row.area !== null) return row.area
  for (const name of ['seat', 'committee', 'item', 'offer']) {
    const id = Reflect.get(row.fields, name)
    const parent = typeof id === 'string' ? input.entry(id) : null
    if (parent) return placed(input, parent)
  }
  const unit = row.unit === null ? null : input.unit(row.unit)
  return unit === null ? null : (input.areas.communityAt(unit)?.code ?? null)
}

/** Of each community the newest month of which anything was counted. */
async function eventsOf(open: OpenCity, put: (code: string, month: string) => void): Promise<void> {
  const totals = await eventTotals(open, true)
  const last = totals.months.at(-1)
  if (last === undefined) return
  for (const code of open.city.areas.codes) {
    const month = totals.months.findLast((one) => totals.sum('request', code, one, one).times > 0)
    if (month !== undefined) put(code, month)
  }
}
