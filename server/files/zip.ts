import { unzipSync } from 'fflate'
import type { UnzipFileInfo } from 'fflate'
import type { Damage } from './damage.ts'
import { damage } from './damage.ts'

/** Unpacked bytes of all files together that are worth reading; a file that states a thousandfold growth is no map. */
const unpackedLimitBytes = 512 * 1024 * 1024
const growthLimit = 1000

/** What is taken out of an archive (everything else in it is passed over), how much, and what is said when it cannot be. */
export type Unpacking = { wanted: RegExp; unpackedLimitBytes: number; broken: () => Damage; large: (bytes: number, name: string) => Damage; locked: () => Damage }

const maps = (file: string, packed: number): Unpacking => ({
  wanted: /\.(shp|shx|dbf|prj|cpg|geojson|json)$/i, unpackedLimitBytes,
  broken: () => damage('zipBroken', file), large: (found, name) => damage('zipBomb', file, null, { name, found, packed }), locked: () => damage('zipEncrypted', file),
})

/**
 * The files of a zip that can be read, by their path inside it. Stated sizes are held to the limits before anything is
 * unpacked, and actual sizes to the stated ones, so that a bomb is refused whichever way it lies.
 */
export function unzipped(bytes: Uint8Array, file: string, { wanted, unpackedLimitBytes: most, broken, large, locked }: Unpacking = maps(file, bytes.length)): Map<string, Uint8Array> {
  const stated = new Map<string, number>()
  let total = 0
  const choose = (info: UnzipFileInfo): boolean => {
    if (!wanted.test(info.name) || info.name.startsWith('__MACOSX')) return false
    if (info.originalSize > Math.max(1 << 20, info.size * growthLimit)) throw damage('zipBomb', file, null, { name: info.name, found: info.originalSize, packed: info.size })
    total += info.originalSize
    if (total > most) throw large(total, info.name)
    stated.set(info.name, info.originalSize)
    return true
  }
  if (isEncrypted(bytes)) throw locked()
  const found = unpacked(bytes, choose, broken)
  for (const [name, content] of Object.entries(found)) if (content.length !== stated.get(name)) throw broken()
  return new Map(Object.entries(found))
}

function unpacked(bytes: Uint8Array, filter: (info: UnzipFileInfo) => boolean, broken: () => Damage): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof Error && 'issue' in error) throw error
    throw broken()
  }
}

/** Bit 0 of the flags of the first local header. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes.length > 8 && bytes[2] === 3 && bytes[3] === 4 && (bytes[6] & 1) === 1
}
