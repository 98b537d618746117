import { readFileSync, readdirSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { extname, join } from 'node:path'
import type { Issue } from '../../geodata/intake/issue.ts'
import { issue } from '../../geodata/intake/issue.ts'
import { randomAccess } from './chunks.ts'
import { damage } from './damage.ts'
import { fileName } from './names.ts'
import type { Format } from './sniff.ts'
import { companions, contentOf, formats } from './sniff.ts'

/** A file that is there, readable, not empty, and looks like what its ending says. */
export type OpenFile = { path: string; name: string; format: Format; bytes: number }

/**
 * The files to read among `paths`. A folder stands for the files in it that can be read (not those in folders below);
 * the others in it are named in `passedOver`. A file named by itself must be readable.
 */
export function openFiles(paths: readonly string[]): { files: OpenFile[]; passedOver: Issue[] } {
  if (paths.length === 0) throw damage('noFiles', '')
  const passedOver: Issue[] = []
  const files: OpenFile[] = []
  for (const path of paths) {
    if (!statOf(path).isDirectory()) files.push(openFile(path))
    else files.push(...openFolder(path, passedOver))
  }
  const named = files.filter((file, index) => files.findIndex((other) => other.path === file.path) === index)
  return { files: named, passedOver }
}

function openFolder(path: string, passedOver: Issue[]): OpenFile[] {
  const names = readdirSync(path).sort().filter((name) => statOf(join(path, name)).isFile() && !name.startsWith('.'))
  const readable = names.filter((name) => extname(name).toLowerCase() in formats)
  if (readable.length === 0) throw damage('fileIsFolder', fileName(path), null, { expected: endings() })
  for (const name of names) if (!readable.includes(name) && !companions.has(extname(name).toLowerCase())) passedOver.push(issue('extensionUnknown', name, null, { found: extname(name) || '∅', expected: endings() }))
  return readable.map((name) => openFile(join(path, name)))
}

function openFile(path: string): OpenFile {
  const name = fileName(path)
  const ending = extname(name).toLowerCase()
  const known = formats[ending]
  if (!known) throw damage('extensionUnknown', name, null, { found: ending || '∅', expected: endings() })
  const { start, bytes } = startOf(path)
  if (bytes === 0) throw damage('fileEmpty', name)
  const content = contentOf(start)
  if (content === 'blank' && known.format !== 'pbf') throw damage('fileEmpty', name)
  // A .pbf starts with a length, which may look like the first bytes of a shapefile or like blanks.
  const foreign = content !== null && content !== 'blank' && content !== 'Shapefile'
  // Excel wraps a workbook with a password into the frame that its files of 1997 had.
  if (known.format === 'xlsx' && content === 'Excel 97') throw damage(isEncrypted(path) ? 'xlsxEncrypted' : 'xlsxOld', name)
  if (known.signed ? content !== known.content : foreign) throw damage('contentMismatch', name, null, { expected: known.content, found: content ?? '?' })
  return { path, name, format: known.format, bytes }
}

/** The frame of a locked workbook names a stream EncryptedPackage, in UTF-16. */
const isEncrypted = (path: string): boolean => Buffer.from(contentsOf(path)).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** Whole contents of a file whose format is read in one piece. */
export function contentsOf(path: string): Uint8Array {
  return readable(path, () => readFileSync(path))
}

/** Contents of a companion file beside `path`, in small or capital letters; null when there is none. */
export function companionOf(path: string, ending: string): Uint8Array | null {
  const stem = path.slice(0, path.length - extname(path).length)
  for (const candidate of [stem + ending, stem + ending.toUpperCase()]) {
    try {
      return readFileSync(candidate)
    } catch {
      continue
    }
  }
  return null
}

function startOf(path: string): { start: Uint8Array; bytes: number } {
  return readable(path, () => {
    const access = randomAccess(path)
    const start = access.read(0, 512)
    access.close()
    return { start, bytes: access.bytes }
  })
}

function statOf(path: string): Stats {
  return readable(path, () => statSync(path))
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw damage(code === 'ENOENT' ? 'fileMissing' : 'fileUnreadable', fileName(path), null, { found: code })
  }
}

function endings(): string {
  return Object.keys(formats).join(' ')
}
