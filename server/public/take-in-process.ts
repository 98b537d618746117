import '../private-files.ts'
import { errorSentence } from '../../geodata/words/errors.ts'
import { StoreError } from '../store/store-error.ts'
import { NotPublic, takeIn, type TakeIn } from './take-in.ts'

/** What serve-public starts when a newer file lies there. A file that cannot be read, or is still being copied, changes nothing: the next look sees it whole. */
const places = JSON.parse(process.argv[2] ?? '') as TakeIn
try {
  if (await takeIn(places)) console.error(`· 换上了另一份公众版数据 ${places.file} another public file was taken in`)
} catch (error) {
  if (!(error instanceof StoreError) && !(error instanceof NotPublic)) throw error
  for (const language of ['zh', 'en'] as const) console.error(errorSentence(error.code, error.details, language))
  process.exitCode = 1
}
