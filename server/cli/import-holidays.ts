import { existsSync } from 'node:fs'
import { issueText } from '../../geodata/words/issues.ts'
import { importHolidays } from '../files/import-holidays.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import { CommandError, type Terminal } from './command.ts'

/** Arrangements of days off into the catalogue of the database that is there, a demonstration's too: they are no part of a city. */
export async function holidaysInto(paths: readonly string[], dryRun: boolean, terminal: Terminal): Promise<number> {
  const path = databasePath(terminal.dataFolder)
  if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
  const store = await openStore(path)
  try {
    const taken = await importHolidays(store, paths, { dryRun, actor: 'linli import' })
    if (!taken.ok) {
      const sentences = (language: 'zh' | 'en'): string[] => taken.issues.map((issue) => issueText(issue, language))
      terminal.failure({ issues: taken.issues.map((issue, i) => ({ ...issue, message: sentences('zh')[i] })) }, [...sentences('zh'), ...sentences('en')])
      return 1
    }
    const { added, changed, same } = taken.value
    const listed = (years: readonly number[]): string => (years.length === 0 ? '—' : years.join('、'))
    terminal.answer({ dryRun, added, changed, same }, [
      `放假安排${dryRun ? '（只检查，没有写入）' : ''}：新增 ${listed(added)}，改动 ${listed(changed)}，未变 ${listed(same)}`,
      `holidays${dryRun ? ' (checked only, nothing written)' : ''}: added ${listed(added)}, changed ${listed(changed)}, same ${listed(same)}`,
    ])
    return 0
  } finally {
    store.close()
  }
}
