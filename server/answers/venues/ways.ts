import { isOpenAt } from '../../../geodata/hours/open.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import type { Rule } from '../../../geodata/hours/rule.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { lockKinds } from '../../../geodata/kernel/columns.ts'
import { footingOf, type Footing } from '../../../geodata/kernel/footing.ts'
import type { OpenCity } from '../open-city.ts'
import { minuteOf } from './moment.ts'

/** The way people walk at an instant: around gates that are locked then, and where asked around stairs. A gate whose hours nobody can read is passable, as it is in all figures. */
export async function footingAt({ city, names, hours }: Pick<OpenCity, 'city' | 'names' | 'hours'>, stepFree: boolean, ms: number): Promise<Footing> {
  const locks = await locksOf(city, names)
  const shut = locks.map(({ rule }) => isOpenAt({ rule, suspensions: [] }, minuteOf(ms), hours.calendar) === 'open')
  const key = `${stepFree ? 'level' : 'all'} ${shut.map(Number).join('')}`
  const known = kept.get(city) ?? new Map<string, Footing>()
  kept.set(city, known)
  const footing = known.get(key) ?? footingOf(city, stepFree, [], locks.flatMap(({ gates }, i) => (shut[i] ? gates : [])))
  known.delete(key)
  known.set(key, footing)
  for (const oldest of known.keys()) if (known.size > keptWays) known.delete(oldest)
  return footing
}

/** By day and by night, with stairs and without. */
const keptWays = 4
const kept = new WeakMap<City, Map<string, Footing>>()

/** Gates that are locked by the same hours. */
type Lock = { rule: Rule; gates: readonly string[] }

/** Read once for as long as no lock of the city is changed. */
function locksOf({ gates }: City, names: OpenCity['names']): Promise<readonly Lock[]> {
  const known = locksByGates.get(gates) ?? readLocks(gates, names)
  locksByGates.set(gates, known)
  known.catch(() => { locksByGates.delete(gates) })
  return known
}
const locksByGates = new WeakMap<City['gates'], Promise<readonly Lock[]>>()

async function readLocks({ locked }: City['gates'], names: OpenCity['names']): Promise<Lock[]> {
  if (!locked.includes(lockKinds.hours)) return []
  const byText = new Map<string, string[]>()
  for await (const gate of names.gates()) if (typeof gate.locked === 'object') byText.set(gate.locked.hours, [...(byText.get(gate.locked.hours) ?? []), gate.id])
  return [...byText].flatMap(([text, gates]) => {
    const { rule } = readHours(text)
    return rule ? [{ rule, gates }] : []
  })
}
