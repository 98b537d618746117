/**
 * `now`, made of the pieces of `before` wherever they are equal: what did not change keeps its identity, so that only what changed is drawn again.
 * Rows of a list are known by `code` or `id` where they have one, otherwise by their place. Plain JSON only.
 */
export const keepSame = <T>(before: unknown, now: T): T => keep(before, now) as T

const keep = (before: unknown, now: unknown): unknown => {
  if (Object.is(before, now)) return before
  if (Array.isArray(now)) return Array.isArray(before) ? keepList(before, now) : now
  return isRecord(now) && isRecord(before) ? keepRecord(before, now) : now
}

const keepList = (before: readonly unknown[], now: readonly unknown[]): readonly unknown[] => {
  const named = new Map(before.flatMap((one) => (nameOf(one) === null ? [] : [[nameOf(one), one] as const])))
  const kept = now.map((one, at) => keep(nameOf(one) === null ? before[at] : named.get(nameOf(one)), one))
  return kept.length === before.length && kept.every((one, at) => Object.is(one, before[at])) ? before : kept
}

const keepRecord = (before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const keys = Object.keys(now)
  const kept = Object.fromEntries(keys.map((key) => [key, keep(before[key], now[key])]))
  const same = keys.length === Object.keys(before).length && keys.every((key) => key in before && Object.is(kept[key], before[key]))
  return same ? before : kept
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const nameOf = (value: unknown): string | null => {
  if (!isRecord(value)) return null
  const name = value['code'] ?? value['id']
  return typeof name === 'string' ? name : null
}
