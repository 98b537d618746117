import { standingOf } from '../standing.ts'
import type { OpenCity } from '../open-city.ts'

/** Answers by a key, made anew once the data, the catalogue or the day are others. */
export function keptWith<T>(most: number): (open: OpenCity, key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new WeakMap<OpenCity['names'], { version: string; answers: Map<string, Promise<T>> }>()
  return (open, key, make) => {
    const version = `${standingOf(open.identity, open.versions, open.catalogue.version, null).dataVersion} ${open.catalogue.version} ${open.day}`
    const old = kept.get(open.names)
    const own = old?.version === version ? old : { version, answers: new Map<string, Promise<T>>() }
    kept.set(open.names, own)
    const known = own.answers.get(key) ?? make()
    own.answers.set(key, known)
    known.catch(() => own.answers.delete(key))
    for (const oldest of own.answers.keys()) if (own.answers.size > most) own.answers.delete(oldest)
    return known
  }
}
