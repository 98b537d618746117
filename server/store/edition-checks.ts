import type { EditionTable } from './editions.ts'

/** Whether editions still are what was frozen, for whoever asks again and again. */
export type EditionChecks = {
  sound(id: string): Promise<boolean>
  /** One of its answers was found damaged: the whole is looked at anew. */
  doubt(id: string): void
}

/** Each answer is held against its digest whenever it is read; the whole of an edition, megabytes of it, no more than once a day, since its rows are never changed by anybody. */
const checkedMilliseconds = 24 * 3_600_000

export function editionChecks(editions: Pick<EditionTable, 'sound'>, clock: () => number): EditionChecks {
  const checks = new Map<string, { at: number; sound: Promise<boolean> }>()
  return {
    sound(id) {
      const known = checks.get(id), now = clock()
      if (known && Math.abs(now - known.at) < checkedMilliseconds) return known.sound
      const sound = editions.sound(id)
      checks.set(id, { at: now, sound })
      // What could not be read is asked again.
      sound.catch(() => { checks.delete(id) })
      return sound
    },
    doubt: (id) => { checks.delete(id) },
  }
}
