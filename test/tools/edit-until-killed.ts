import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { openStore } from '../../server/store/open-store.ts'
import { randomEditor } from './random-edits.ts'

/** A process that waits for a word, then edits without end and prints a line for each edit it was told is done. Arguments: database, seed. */
const [, , path, seed] = process.argv
// A process that is killed would not keep what it compiled, for the next one to start sooner.
flushCompileCache()
process.stdout.write('ready\n')
await once(process.stdin, 'data')
const store = await openStore(path)
const edit = randomEditor(store, Number(seed), 'editor')
for (;;) {
  const { change, kind, id, etag, touched } = await edit()
  process.stdout.write(`${JSON.stringify({ change, kind, id, etag, touched })}\n`)
}
