import { existsSync, statSync } from 'node:fs'
import { readReceived } from '../public/received.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import { CommandError, type Terminal } from './command.ts'

/** What the public reported to a server of its own, into the list of the desk: each report once, however often its file is brought. */
export async function reportsInto(files: readonly string[], dryRun: boolean, terminal: Terminal): Promise<number> {
  const path = databasePath(terminal.dataFolder)
  if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
  for (const file of files) if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new CommandError('noFile', { found: file })
  const read = files.map((file) => ({ file, ...readReceived(file, new Date()) }))
  for (const { file, badLines, reports } of read) if (badLines.length > 0 && reports.length === 0) throw new CommandError('badReports', { path: file, found: listed(badLines) })
  const reports = read.flatMap((one) => one.reports)
  const store = await openStore(path)
  try {
    const { added, known, strange } = await store.takeReports(reports, dryRun)
    terminal.answer({ dryRun, added, known, strange, badLines: read.map(({ file, badLines }) => ({ file, lines: badLines })).filter(({ lines }) => lines.length > 0) }, [
      `纠错${dryRun ? '（只检查，没有写入）' : ''}：新增 ${added} 条，已有 ${known} 条，地点不在库里 ${strange} 条`,
      `reports${dryRun ? ' (checked only, nothing written)' : ''}: ${added} new, ${known} known, ${strange} about places that are not here`,
      ...read.filter(({ badLines }) => badLines.length > 0).map(({ file, badLines }) => `  ! ${file} 第 ${listed(badLines)} 行不是纠错记录，没有收入。 is no report and was left out.`),
    ])
    return 0
  } finally {
    store.close()
  }
}

const listed = (lines: readonly number[]): string => `${lines.slice(0, mostNamed).join('、')}${lines.length > mostNamed ? '…' : ''}`
const mostNamed = 5
