import { mkdir, open } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Refusal } from '../answers/refusal.ts'
import { formats } from '../files/sniff.ts'

/** A city of a million buildings as .osm.pbf is about 100 MB, as GeoJSON in a zip about 300. */
const mostBytes = 512 * 1024 * 1024

/** Most bytes of a name that every file system takes, with room for our own endings. */
const nameBytes = 200

/** Throws Refusal for a name that is a path, or whose ending is not one that can be imported. */
export function checkUploadName(name: string): void {
  const plain = !/[\\/:*?"<>|\p{C}]/u.test(name) && !name.startsWith('.') && name.trim() === name && Buffer.byteLength(name) <= nameBytes
  if (!plain) throw new Refusal('badParameter', { parameter: 'file', found: shown(name) }, { kind: 'fileName', bytes: nameBytes })
  const ending = extname(name).toLowerCase()
  if (!(ending in formats)) throw new Refusal('unknownFormat', { found: ending || shown(name), expected: Object.keys(formats).join('、') })
}

/** Control characters have no place in a sentence. */
const shown = (name: string): string => name.replaceAll(/\p{C}/gu, '�').slice(0, 80)

/** Streams the body of a request to disk; nothing of it is held. Throws Refusal: wrongMediaType, tooLarge, uploadIncomplete, diskTrouble. The caller clears the folder. */
export async function receiveUpload(request: Request, folder: string, name: string, limitBytes = mostBytes): Promise<void> {
  const mediaType = request.headers.get('content-type') ?? ''
  if (!/^application\/octet-stream(\s*;|$)/i.test(mediaType)) throw new Refusal('wrongMediaType', { expected: 'application/octet-stream', found: mediaType === '' ? '—' : mediaType })
  const stated = request.headers.get('content-length')
  const tooLarge = (found: string): Refusal => new Refusal('tooLarge', { expected: megabytes(limitBytes), found })
  if (stated !== null && Number(stated) > limitBytes) throw tooLarge(megabytes(Number(stated)))
  let bytes = 0
  const file = await onDisk(async () => {
    await mkdir(folder, { recursive: true })
    return open(join(folder, name), 'wx')
  })
  try {
    for await (const part of incoming(request)) {
      bytes += part.length
      if (bytes > limitBytes) throw tooLarge(`> ${megabytes(limitBytes)}`)
      await onDisk(() => file.write(part))
    }
  } catch (error) {
    throw error instanceof LineBroken ? cut(bytes, stated) : error
  } finally {
    await file.close()
  }
  if (stated !== null && bytes !== Number(stated)) throw cut(bytes, stated)
}

const cut = (bytes: number, stated: string | null): Refusal => new Refusal('uploadIncomplete', { found: bytes, expected: stated ?? '—' })
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Refusal('diskTrouble', { found: error instanceof Error && 'code' in error ? String(error.code) : String(error) })
  }
}

class LineBroken extends Error {}

async function* incoming(request: Request): AsyncIterable<Uint8Array> {
  try {
    if (request.body) yield* request.body
  } catch {
    throw new LineBroken()
  }
}
