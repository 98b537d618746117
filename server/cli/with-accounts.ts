import { existsSync } from 'node:fs'
import { openAccounts, type AccountStore } from '../store/open-accounts.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { CommandError, type Terminal } from './command.ts'

/** Work on who may come in, beside a server that may be running. Throws CommandError noDatabase. */
export async function withAccounts<T>(terminal: Terminal, work: (store: AccountStore) => Promise<T>): Promise<T> {
  const path = databasePath(terminal.dataFolder)
  if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
  // Brings the structure up to date.
  ;(await openStore(path)).close()
  const store = openAccounts(path, (error) => { throw error })
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

/** Throws StoreError databaseBusy. */
export async function written(store: AccountStore, run: () => void): Promise<void> {
  if (!(await store.later.soon(run))) throw new StoreError('databaseBusy', { path: store.path })
}
