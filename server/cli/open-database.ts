import { existsSync } from 'node:fs'
import { openCity, type OpenCity } from '../answers/open-city.ts'
import { Refusal } from '../answers/refusal.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { CommandError, type Terminal } from './command.ts'

/** The city of the data folder for one command, closed behind it. Throws CommandError noDatabase, Refusal emptyCity. */
export async function withCity<T>(terminal: Terminal, work: (open: OpenCity, store: Store) => Promise<T>): Promise<T> {
  const path = databasePath(terminal.dataFolder)
  if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
  const store = await openStore(path)
  try {
    const open = await openCity(store, (stage, done) => terminal.progress(`载入 loading: ${stage} ${done}`))
    if (!open) throw new Refusal('emptyCity')
    return await work(open, store)
  } finally {
    store.close()
  }
}
