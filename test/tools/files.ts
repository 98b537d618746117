import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Result } from '../../geodata/intake/result.ts'
import type { CityRecord, RecordKind, RecordOf } from '../../geodata/model/city.ts'
import { catalogue } from '../../seeds/catalogue.ts'
import type { Source, SourceOptions } from '../../server/files/source.ts'
import { readSource } from '../../server/files/source.ts'

export const fixturePath = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))

/** Writes the named contents into a fresh folder, runs `use` with their paths, and clears the folder away. */
export async function withFiles<T>(contents: Readonly<Record<string, Uint8Array | string>>, use: (paths: string[], folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'))
  try {
    const paths = Object.entries(contents).map(([name, content]) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    })
    return await use(paths, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export type ReadCity = { source: Source; records: CityRecord[]; of: <K extends RecordKind>(kind: K) => RecordOf<K>[] }

/** Reads and drains; fails the test with the issues when the source cannot be read. */
export async function readCity(paths: readonly string[], options: Partial<SourceOptions> = {}): Promise<ReadCity> {
  const result: Result<Source> = await readSource(paths, { catalogue, ...options })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  const records = [...result.value.records]
  return { source: result.value, records, of: (kind) => records.filter((record) => record.kind === kind).map((record) => record.record) as never }
}
