import { existsSync } from 'node:fs'
import { readReceived } from '../public/received.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import { CommandError, type Terminal } from './command.ts'

/** What the public reported to a server of its own, into the list of the desk: each report once, however often its file is brought. */
export async function reportsInto(files: readonly string[], dryRun: boolean, terminal: Terminal): Promise<number> {
  const path = databasePath(terminal.dataFolder)
  if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
  for (const file of files) if (!existsSync(file)) throw new CommandError('noFile', { found: file })
  const read = files.map((file) => ({ file, ...readReceived(file) }))
  for (const { file, badLines } of read) if (badLines.length > 0) throw new CommandError('badReports', { path: file, found: badLines.slice(0, mostNamed).join('、') })
  const reports = read.flatMap((one) => one.reports)
  const store = await openStore(path)
  try {
    const { added, known, strange } = await store.takeReports(reports, dryRun)
    terminal.answer({ dryRun, added, known, strange }, [
      `纠错${dryRun ? '（只检查，没有写入）' : ''}：新增 ${added} 条，已有 ${known} 条，地点不在库里 ${strange} 条`,
      `reports${dryRun ? ' (checked only, nothing written)' : ''}: ${added} new, ${known} known, ${strange} about places that are not here`,
    ])
    return 0
  } finally {
    store.close()
  }
}

const mostNamed = 5
