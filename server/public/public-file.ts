import { renameSync, rmSync } from 'node:fs'
import { visibleReading } from '../security/visible-reading.ts'
import { shanghaiDay } from '../store/day.ts'
import { openStore } from '../store/open-store.ts'
import { markPublic, sealFile } from '../store/public-mark.ts'
import type { LoadSummary, Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { digestOf } from './digest.ts'
import { publicCatalogue, publicRecords } from './public-records.ts'

export type PublicFileSetting = { outlines: boolean; now: Date; progress?: (records: number) => void }

/**
 * Writes what the public may know of a city to a database of its own at `path`, or nothing: it is made beside and takes the name when it is whole.
 * One unmoving view is read. Returns how many records of each kind. StoreError noCatalogue where there is no city, and what the disk refuses.
 */
export async function writePublicFile(store: Store, path: string, { outlines, now, progress }: PublicFileSetting): Promise<LoadSummary['added']> {
  const partial = `${path}.${process.pid}.partial`
  const own = await store.snapshot()
  removeFile(partial)
  try {
    const view = visibleReading(own)
    const identity = await view.identity(), catalogue = await view.catalogue()
    if (!identity || !catalogue) throw new StoreError('noCatalogue')
    const made = await openStore(partial, { now: () => now })
    const records = publicRecords({ city: view, catalogue, ms: now.getTime(), day: shanghaiDay(now), outlines })
    const written = async (): Promise<{ added: LoadSummary['added']; contents: number }> => {
      const { added } = await made.load({ identity, catalogue: publicCatalogue(catalogue), records, actor: 'linli export --public', replace: false, ...(progress && { progress }) })
      return { added, contents: await digestOf(made) }
    }
    const { added, contents } = await written().finally(() => made.close())
    markPublic(partial, { exported: Math.floor(now.getTime() / 1000), contents, received: await view.receivedUntil() }, await view.reportStandings())
    sealFile(partial)
    renameSync(partial, path)
    return added
  } finally {
    own.close()
    removeFile(partial)
  }
}

/** With the log that may lie beside it. */
export function removeFile(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true })
}
