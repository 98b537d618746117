import { copyFileSync } from 'node:fs'
import { StartError } from '../environment.ts'
import { shanghaiDay } from '../store/day.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { exportedAt, markPublic } from '../store/public-mark.ts'
import { removeFile } from './public-file.ts'
import { publicRecords } from './public-records.ts'
import { readReceived } from './received.ts'

export type TakeIn = {
  /** The public file as it was delivered, which is only read. */
  file: string
  /** The database that is served. */
  serving: string
  /** Where reports of the public are kept (received.ts). */
  received: string
}

/**
 * Brings the database that is served to what the file says, in one step for whoever reads: true when it was another. The file is copied first, so that the
 * next one may take its place at any time. Reports that came after the file was made count on; the file knows of the others what their places tell.
 * Throws StoreError, and NotPublic.
 */
export async function takeIn({ file, serving, received }: TakeIn): Promise<boolean> {
  const copy = `${serving}.incoming`
  removeFile(copy)
  try {
    copyFileSync(file, copy)
    const seconds = madeAt(copy, file)
    if (seconds === exportedAt(serving)) return false
    const now = new Date()
    const from = await openStore(copy), to = await openStore(serving)
    try {
      const identity = await from.identity(), catalogue = await from.catalogue()
      if (!identity || !catalogue) throw new NotPublic(file)
      // Through the same sieve: what it would not let out it does not let in.
      const records = publicRecords({ city: from, catalogue, ms: now.getTime(), day: shanghaiDay(now), outlines: true })
      await to.load({ identity, catalogue, records, actor: 'linli public', replace: true })
      markPublic(serving, { seconds, standings: await from.reportStandings() })
      await to.takeReports(readReceived(received).reports.filter(({ at }) => Date.parse(at) >= seconds * 1000), false)
      return true
    } finally {
      from.close()
      to.close()
    }
  } finally {
    removeFile(copy)
  }
}

/** It is no file of linli export; the sentence names it. */
export class NotPublic extends StartError {
  constructor(path: string) {
    super('notPublicFile', { path })
  }
}

function madeAt(copy: string, file: string): number {
  try {
    const seconds = exportedAt(copy)
    if (seconds !== null) return seconds
  } catch (error) {
    if (!(error instanceof StoreError && strange.includes(error.code))) throw error
  }
  throw new NotPublic(file)
}

const strange: readonly string[] = ['notADatabase', 'foreignDatabase']
