import { audiences, type Audience } from '../../geodata/model/facility.ts'
import type { Position } from '../../geodata/model/geometry.ts'

/** Where somebody starts from: a building, or a spot of the map. */
export type Place = { kind: 'building'; id: string } | { kind: 'point'; position: Position }
/** `role`: home and parents have words of their own in every language; other: `label` alone tells it. */
export type KeptStart = { role: 'home' | 'parents' | 'other'; label: string; place: Place }
export type Who = { age: number | null; /** Lives where he starts from. */ lives: 'here' | 'elsewhere' | null; audience: Audience | null }
export const nobody: Who = { age: null, lives: null, audience: null }

export const sizes = [22, 26, 30] as const
export const themes = ['system', 'light', 'dark'] as const
export const langs = ['zh', 'en'] as const
export type Display = { elder: boolean; /** Pixels of the main text in the elder version. */ size: (typeof sizes)[number]; theme: (typeof themes)[number]; strong: boolean; lang: (typeof langs)[number]; /** The first hint was seen. */ hinted: boolean }
export const usualDisplay: Display = { elder: false, size: 22, theme: 'system', strong: false, lang: 'zh', hinted: false }

/** What stays on this telephone and goes nowhere else. `last`: index of the start used last. */
export type Kept = { starts: readonly KeptStart[]; last: number | null; who: Who; display: Display }
export const nothingKept: Kept = { starts: [], last: null, who: nobody, display: usualDisplay }

/** Where it lies; a browser that forbids storing keeps it for as long as the page is open. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const key = 'linli.find'

export const openDrawer = (): Drawer => {
  try {
    window.localStorage.setItem(`${key}.try`, '1')
    window.localStorage.removeItem(`${key}.try`)
    return window.localStorage
  } catch {
    const held = new Map<string, string>()
    return { getItem: (name) => held.get(name) ?? null, setItem: (name, value) => void held.set(name, value), removeItem: (name) => void held.delete(name) }
  }
}

/** What cannot be read, from an older release or another hand, is forgotten field by field. */
export const readKept = (drawer: Drawer): Kept => {
  const found = record(parsed(drawer.getItem(key)))
  const display = record(found['display'])
  const who = record(found['who'])
  const starts = (Array.isArray(found['starts']) ? found['starts'] : []).flatMap((start) => startIn(record(start))).slice(0, mostStarts)
  const last = found['last']
  const age = who['age']
  return {
    starts, last: typeof last === 'number' && starts[last] !== undefined ? last : null,
    who: { age: typeof age === 'number' && Number.isInteger(age) && age >= 0 && age <= 150 ? age : null, lives: oneOf(['here', 'elsewhere'] as const, who['lives']) ?? null, audience: oneOf(audiences, who['audience']) ?? null },
    display: {
      elder: display['elder'] === true, size: oneOf(sizes, display['size']) ?? usualDisplay.size, theme: oneOf(themes, display['theme']) ?? 'system', strong: display['strong'] === true,
      lang: oneOf(langs, display['lang']) ?? 'zh', hinted: display['hinted'] === true,
    },
  }
}

export const writeKept = (drawer: Drawer, kept: Kept): void => {
  try {
    drawer.setItem(key, JSON.stringify(kept))
  } catch {
    // Full, or forbidden since: the page works all the same and forgets on closing.
  }
}

export const forgetKept = (drawer: Drawer): void => drawer.removeItem(key)

/** Home, parents and a few more; the list is to be seen at one glance. */
export const mostStarts = 5

export const samePlace = (one: Place, other: Place): boolean => (one.kind === 'building' && other.kind === 'building' ? one.id === other.id
  : one.kind === 'point' && other.kind === 'point' && one.position[0] === other.position[0] && one.position[1] === other.position[1])

/** With this start in front of the ones of other places; home and parents are one each, and stay what they are when one starts there again. */
export const withStart = (starts: readonly KeptStart[], start: KeptStart): readonly KeptStart[] => {
  const known = starts.find(({ place }) => samePlace(place, start.place))
  const first = known && start.role === 'other' ? known : start
  return [first, ...starts.filter((other) => other !== known && (first.role === 'other' || other.role !== first.role))].slice(0, mostStarts)
}

type Fields = Readonly<Record<string, unknown>>
const record = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
const oneOf = <T>(known: readonly T[], value: unknown): T | undefined => known.find((one) => one === value)

const startIn = (found: Fields): KeptStart[] => {
  const place = record(found['place'])
  const label = found['label']
  const role = oneOf(['home', 'parents', 'other'] as const, found['role'])
  if (typeof label !== 'string' || role === undefined) return []
  if (place['kind'] === 'building' && typeof place['id'] === 'string') return [{ role, label, place: { kind: 'building', id: place['id'] } }]
  const position = place['position']
  if (place['kind'] !== 'point' || !Array.isArray(position) || position.length !== 2 || !position.every((degrees) => typeof degrees === 'number')) return []
  return [{ role, label, place: { kind: 'point', position: [position[0], position[1]] as Position } }]
}
