import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A file on its way out. `immutable`: its name carries the hash of its content. */
export type StaticFile = { body: Uint8Array<ArrayBuffer>; mediaType: string; encoding: 'br' | 'gzip' | null; etag: string; immutable: boolean }

export type StaticFiles = {
  /** Null: there is no such file. */
  find(path: string, acceptEncoding: string): Promise<StaticFile | null>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.webp': 'image/webp', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm',
}
const compressible = /^(text|application\/(json|manifest)|image\/svg)/

/** Files under one folder, in the best encoding that lies beside them; text without one is compressed once and kept. */
export function staticFiles(folder: string): StaticFiles {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    async find(path, acceptEncoding) {
      const file = fileAt(folder, path)
      if (!file) return null
      const { mtimeMs, size } = statSync(file)
      const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream'
      const head = { mediaType, etag: `"${Math.round(mtimeMs).toString(36)}-${size.toString(36)}"`, immutable: path.startsWith('/assets/') }
      if (!compressible.test(mediaType)) return { ...head, encoding: null, body: Uint8Array.from(await readFile(file)) }
      if (/\bbr\b/.test(acceptEncoding) && existsSync(`${file}.br`)) return { ...head, encoding: 'br', body: Uint8Array.from(await readFile(`${file}.br`)) }
      if (/\bgzip\b/.test(acceptEncoding)) return { ...head, encoding: 'gzip', body: await zipped(kept, file, head.etag) }
      return { ...head, encoding: null, body: Uint8Array.from(await readFile(file)) }
    },
  }
}

async function zipped(kept: Map<string, Uint8Array<ArrayBuffer>>, file: string, etag: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = file + etag
  const known = kept.get(key)
  if (known) return known
  const bytes = existsSync(`${file}.gz`) ? Uint8Array.from(await readFile(`${file}.gz`)) : Uint8Array.from(gzipSync(await readFile(file)))
  kept.set(key, bytes)
  return bytes
}

/** Only a file inside the folder, whatever the path says. */
function fileAt(folder: string, path: string): string | null {
  const file = normalize(join(folder, path))
  // Names with a leading dot are notes of the build, not part of the app.
  if (!file.startsWith(folder + sep) || path.includes('\0') || file.slice(folder.length).includes(`${sep}.`)) return null
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null
}
