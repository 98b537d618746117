import { copyFileSync, statSync } from 'node:fs'
import { StartError } from '../environment.ts'
import { shanghaiDay } from '../store/day.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { markPublic, publicMark, type PublicMark } from '../store/public-mark.ts'
import { digestOf } from './digest.ts'
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
 * next one may take its place at any time. Reports that the house has not been brought yet count on; the file knows of the others what their places tell.
 * Throws StoreError, and NotPublic for what is no such file, or not a whole one.
 */
export async function takeIn({ file, serving, received }: TakeIn): Promise<boolean> {
  const copy = `${serving}.incoming`
  removeFile(copy)
  try {
    if (!statSync(file).isFile()) throw new NotPublic(file)
    copyFileSync(file, copy)
    const mark = markOf(copy, file), standing = publicMark(serving)
    if (standing && standing.exported === mark.exported && standing.contents === mark.contents) return false
    const now = new Date()
    const from = await openStore(copy), to = await openStore(serving)
    try {
      const identity = await from.identity(), catalogue = await from.catalogue()
      if (!identity || !catalogue || (await digestOf(from)) !== mark.contents) throw new NotPublic(file)
      // Through the same sieve: what it would not let out it does not let in.
      const records = publicRecords({ city: from, catalogue, ms: now.getTime(), day: shanghaiDay(now), outlines: true })
      await to.load({ identity, catalogue, records, actor: 'linli public', replace: true })
      markPublic(serving, mark, await from.reportStandings())
      await to.takeReports(readReceived(received, now).reports.filter(({ at }) => Date.parse(at) > mark.received), false)
      return true
    } finally {
      from.close()
      to.close()
    }
  } catch (error) {
    if (error instanceof StoreError && strange.includes(error.code)) throw new NotPublic(file)
    throw error
  } finally {
    removeFile(copy)
  }
}

/** It is no whole file of linli export; the sentence names it. */
export class NotPublic extends StartError {
  constructor(path: string) {
    super('notPublicFile', { path })
  }
}

function markOf(copy: string, file: string): PublicMark {
  const mark = publicMark(copy)
  if (mark === null) throw new NotPublic(file)
  return mark
}

const strange: readonly string[] = ['notADatabase', 'foreignDatabase', 'badRecord', 'missingReference', 'badPosition']
