import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { Organisation } from '../../../geodata/model/organisation.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import { slots } from '../../catalogue/slots.ts'
import type { Dice } from '../dice.ts'
import type { Garden } from './garden.ts'
import { row } from './row.ts'

type Draft = { origin: FieldsOf<'task'>['origin']; subject: string; name: string; area: string; owner: string; measure: string; before: number | null; after: number | null }

/** So many of each origin are on the list. */
const share = { missingItem: 8, vacancy: 4, uncoveredFirm: 5, need: 4, estate: 2, gap: 4 } as const

/** 清单: some of what the other registers show to be missing, taken up by those who can put it right. Figures before are those of the rows themselves. */
export function* taskEntries(garden: Garden, grown: readonly CityRecord[]): Generator<CityRecord> {
  const dice = garden.dice('tasks')
  const drafts = [...missingItems(garden, grown), ...vacancies(garden, grown), ...uncovered(garden, grown), ...unclaimed(garden, grown), ...estates(garden, grown), ...gaps(garden)]
  for (const [index, draft] of drafts.entries()) yield task(dice, index, draft)
}

function task(dice: Dice, index: number, { origin, subject, name, area, owner, measure, before, after }: Draft): CityRecord {
  const state = after !== null ? 'done' : dice.pick(['open', 'open', 'doing'] as const)
  const opened = `2026-0${dice.whole(2, 5)}-${String(dice.whole(1, 28)).padStart(2, '0')}`
  // Two thirds fall due after the data end; a demo looked at later shows them overdue, as it would.
  const due = dice.chance(0.35) ? `2026-06-${String(dice.whole(1, 28)).padStart(2, '0')}` : `${dice.pick(['2026-09', '2026-12', '2027-03', '2027-06'])}-30`
  const closed = state === 'done' ? `2026-06-${String(dice.whole(1, 28)).padStart(2, '0')}` : null
  return row('task', `task-${index + 1}`, { origin, subject, owner, due, state, opened, closed, measure, before, after, note: null }, { name, area })
}

const entries = (grown: readonly CityRecord[], sheet: Entry['sheet']): Entry[] => grown.flatMap((one) => (one.kind === 'entry' && one.record.sheet === sheet ? [one.record] : []))
const nameOf = ({ communities, streets }: Garden, code: string): string => [...communities, ...streets].find((area) => area.code === code)?.name ?? code
const streetOf = ({ communities, streets }: Garden, code: string): string => `${streets.find((street) => street.code === communities.find((one) => one.code === code)?.street)?.name ?? ''}办事处`

/** Items nobody has built, of the communities that lack most. */
function missingItems(garden: Garden, grown: readonly CityRecord[]): Draft[] {
  const rows = entries(grown, 'slot').filter(({ validTo, area }) => validTo === null && area !== null && garden.communities.some(({ code }) => code === area))
  const missing = rows.filter(({ fields }) => fields['state'] === 'missing')
  const complete = (area: string | null): number => rows.filter((one) => one.area === area && (one.fields['state'] === 'built' || one.fields['state'] === 'shared')).length
  return missing.toSorted((a, b) => complete(a.area) - complete(b.area) || (a.id < b.id ? -1 : 1)).slice(0, share.missingItem).map((one) => {
    const area = one.area ?? '', item = String(one.fields['slot'])
    return { origin: 'missingItem', subject: `${item}:${area}`, name: `${nameOf(garden, area)}：${slots.find(({ code }) => code === item)?.name ?? item}`, area, owner: streetOf(garden, area), measure: 'itemsComplete', before: complete(area), after: null }
  })
}

/** Seats nobody sits on. */
function vacancies(garden: Garden, grown: readonly CityRecord[]): Draft[] {
  const held = new Set(entries(grown, 'tenure').filter(({ validTo }) => validTo === null).map(({ fields }) => fields['seat']))
  const committees = new Map(entries(grown, 'committee').map((one) => [one.id, one]))
  return entries(grown, 'seat').filter(({ id }) => !held.has(id)).slice(0, share.vacancy).flatMap((seat) => {
    const area = committees.get(String(seat.fields['committee']))?.area
    const ended = entries(grown, 'tenure').flatMap(({ fields, validTo }) => (fields['seat'] === seat.id && validTo !== null ? [validTo] : [])).toSorted().at(-1)
    return area ? [{ origin: 'vacancy' as const, subject: seat.id, name: `${nameOf(garden, area)}席位增补`, area, owner: nameOf(garden, area), measure: 'vacantDays', before: ended === undefined ? null : Math.round((Date.parse('2026-05-01') - Date.parse(ended)) / 86_400_000), after: null }] : []
  })
}

function uncovered(garden: Garden, grown: readonly CityRecord[]): Draft[] {
  const firms = grown.flatMap((one): Organisation[] => (one.kind === 'organisation' ? [one.record] : []))
  const bare = firms.filter(({ operating, organised, work, community, members }) => operating === 'operating' && organised === 'none' && work === 'none' && community !== null && (members ?? 0) >= 3)
  return bare.slice(0, share.uncoveredFirm).map((firm) => ({ origin: 'uncoveredFirm', subject: firm.id, name: `${firm.name}组建`, area: firm.community ?? '', owner: streetOf(garden, firm.community ?? ''), measure: 'covered', before: 0, after: null }))
}

function unclaimed(garden: Garden, grown: readonly CityRecord[]): Draft[] {
  const taken = new Set(entries(grown, 'claim').map(({ fields }) => fields['item']))
  const open = entries(grown, 'listItem').filter(({ id, fields }) => fields['list'] === 'need' && !taken.has(id))
  return Array.from({ length: Math.min(share.need, open.length) }, (_, at) => open[Math.floor((at * open.length) / share.need)])
    .map((need) => ({ origin: 'need', subject: need.id, name: need.name, area: need.area ?? '', owner: nameOf(garden, need.area ?? ''), measure: 'claims', before: 0, after: null }))
}

/** Estates that have neither management nor an owners' committee, or had none until lately. */
function estates(garden: Garden, grown: readonly CityRecord[]): Draft[] {
  const parts = ({ fields }: Entry): number => Number(fields['property'] === 'company' || fields['property'] === 'selfRun') + Number(fields['owners'] === 'committee')
  const rows = entries(grown, 'estate')
  const bare = rows.filter((one) => one.validTo === null && parts(one) === 0)
  const mended = rows.filter((one) => one.validTo === null && one.validFrom !== null && parts(one) === 2)
  return [...mended.slice(0, 1).map((one) => ({ one, after: 2 })), ...bare.map((one) => ({ one, after: null }))].slice(0, share.estate).map(({ one, after }) => {
    const code = one.area ?? '', community = garden.communities.find(({ estates: own }) => own.some((estate) => estate.code === code))
    return { origin: 'estate', subject: code, name: `${community?.estates.find((estate) => estate.code === code)?.name ?? one.name}恢复物业与业委会`, area: code, owner: community?.name ?? '', measure: 'managedParts', before: 0, after }
  })
}

/** Communities farthest from a canteen of their own: the four with most older people and no canteen. */
function gaps(garden: Garden): Draft[] {
  const bare = garden.communities.filter(({ facilities }) => !facilities.some(({ category }) => category === 'canteen')).toSorted((a, b) => b.over60 - a.over60)
  const leftOut = garden.leftOut('canteen')
  return bare.slice(0, share.gap).map(({ code, name }) => ({ origin: 'gap', subject: `canteen:${code}`, name: `${name}：社区食堂`, area: code, owner: streetOf(garden, code), measure: 'buildingsLeftOut', before: leftOut(code), after: null }))
}
