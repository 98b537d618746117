import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorSentence } from '../../geodata/words/errors.ts'
import { StartError, type Environment } from '../environment.ts'
import { startServing, type Serving } from '../serve.ts'
import { openStore } from '../store/open-store.ts'
import { publicMark } from '../store/public-mark.ts'
import { appendReceived } from './received.ts'
import { NotPublic, takeIn, type TakeIn } from './take-in.ts'

/** How often the file is looked at: a new one is copied there once a day. */
const watchMilliseconds = 5000

/** Before what failed is tried again. */
const patienceMilliseconds = 60_000

/** `say` tells whoever runs the process, in Chinese and English. */
export type ServePublicSetting = { environment: Environment; file: string; webFolder: string | null; say: (zh: string, en: string) => void }

/** The server for the public alone: shows what the file holds, has no accounts and no figures, and takes in each newer file while it runs. Throws StartError and StoreError. */
export async function servePublic({ environment, file, webFolder, say }: ServePublicSetting): Promise<Serving> {
  const { dataFolder } = environment
  const places: TakeIn = { file, serving: join(dataFolder, 'public-served.sqlite'), received: join(dataFolder, 'reports.jsonl') }
  if (!existsSync(file) && !existsSync(places.serving)) throw new StartError('noPublicFile', { path: file })
  let seen = stampOf(file)
  try {
    if (existsSync(file)) await takeIn(places)
  } catch (error) {
    // What was taken in before is still good.
    if (!(error instanceof NotPublic) || !existsSync(places.serving)) throw error
    say(errorSentence(error.code, error.details, 'zh'), errorSentence(error.code, error.details, 'en'))
  }
  const exported = (): string | null => {
    const mark = publicMark(places.serving)
    return mark && new Date(mark.exported * 1000).toISOString()
  }
  const serving = await startServing({
    environment: { ...environment, openDemo: false }, path: places.serving, store: await openStore(places.serving), webFolder,
    publicAlone: { exported, received: (report) => appendReceived(places.received, report) },
  })
  say(`公众版：数据导出于 ${exported() ?? '—'}，收到的纠错写在 ${places.received}`, 'public file; reports are kept in the file named')
  let taking = false, failed = '', againAt = 0
  const watch = setInterval(() => {
    const stamp = stampOf(file)
    if (taking || stamp === null || stamp === seen || (stamp === failed && Date.now() < againAt)) return
    taking = true
    // A process of its own: reading a metropolis takes half a minute, and the public is answered meanwhile.
    spawn(process.execPath, [fileURLToPath(new URL('take-in-process.ts', import.meta.url)), JSON.stringify(places)], { stdio: 'inherit' }).on('close', (code) => {
      taking = false
      // What cannot be taken in now may be later, once the disk has room.
      if (code === 0) seen = stamp
      else [failed, againAt] = [stamp, Date.now() + patienceMilliseconds]
    }).on('error', () => { taking = false })
  }, watchMilliseconds)
  watch.unref()
  return { ...serving, close: () => { clearInterval(watch); return serving.close() } }
}

/** Null: there is no file. */
function stampOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : null
}
