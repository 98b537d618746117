import { issueText } from '../../geodata/words/issues.ts'
import { jobReportLines } from '../../geodata/words/jobs.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import type { CellValue } from '../../server/answers/table.ts'
import { workbook } from '../../server/exports/workbook.ts'
import { importFiles, type ImportWish } from '../../server/files/import-files.ts'
import { readSource } from '../../server/files/source.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/store.ts'
import { withFiles } from './files.ts'
import { area, smallIdentity, smallRecords, square } from './small-city.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type Brought = {
  ok: boolean
  /** Every line that a reader sees. */
  lines: readonly string[]
  english: readonly string[]
  counts: { added: number; changed: number; same: number } | null
}

/** The small city, in which 西社区 lies in two streets so that its bare name is not enough for 北街道's. */
export async function sheetCity(): Promise<Store> {
  const store = await openStore(`${temporaryFolder()}/sheets.sqlite`)
  const more = [area('110105002', 'street', '北街道', '110105', square(0, 8, 22, 8)), area('110105002001', 'community', '柳社区', '110105002', square(0, 8, 11, 8)), area('110105002002', 'community', '柳社区', '110105001', square(11, 8, 11, 8))]
  await store.load({ identity: smallIdentity, records: [...smallRecords, ...more.map((record) => ({ kind: 'area', record }) as const)], catalogue, actor: 'test', replace: false })
  return store
}

/** Brings files as the command line does. */
export async function bring(store: Store, files: Readonly<Record<string, Uint8Array | string>>, wish: Partial<ImportWish> = {}): Promise<Brought> {
  return withFiles(files, async (paths) => {
    const imported = await importFiles(store, { paths, name: null, dryRun: false, replace: false, actor: 'test', ...wish }, { read: readSource, reading: () => {}, writing: () => {} })
    const said = (language: Language): string[] => (imported.ok ? jobReportLines({ kind: 'import', city: imported.value.city, report: imported.value.report, ...imported.value.counts, dryRun: wish.dryRun === true }, language) : imported.issues.map((issue) => issueText(issue, language)))
    return { ok: imported.ok, lines: said('zh'), english: said('en'), counts: imported.ok ? imported.value.counts : null }
  })
}

/** A workbook of our own writer. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const book = workbook((piece) => { pieces.push(piece.slice()) })
  for (const [name, rows] of Object.entries(sheets)) {
    book.sheet({ name, headings: (rows[0] ?? []).map((cell) => String(cell ?? '')), widths: [] })
    for (const row of rows.slice(1)) book.row(row)
  }
  book.end()
  return Uint8Array.from(Buffer.concat(pieces))
}

export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
