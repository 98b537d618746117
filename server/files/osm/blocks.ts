import { inflateSync } from 'node:zlib'
import type { RandomAccess } from '../chunks.ts'
import { damage } from '../damage.ts'
import { readWhole } from './primitives.ts'

/** Limits of the PBF format itself: a header under 64 KiB, a block under 32 MiB, packed and unpacked. */
const headerLimit = 64 * 1024
const blockLimit = 32 * 1024 * 1024

/** What a block must understand besides the plain schema. */
const understood: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes'])

/** A block unpacked, with the byte of the file at which it starts. */
export type Block = { offset: number; bytes: Uint8Array }

/** The data blocks of an .osm.pbf, in order, each unpacked and held alone. */
export function* blocksOf(access: RandomAccess, file: string): Generator<Block> {
  let offset = 0
  let first = true
  while (offset < access.bytes) {
    const header = readHeader(access, offset, file)
    const blob = access.read(header.start, header.dataBytes)
    if (blob.length < header.dataBytes) throw damage('pbfTruncated', file, { byte: access.bytes }, { expected: header.dataBytes, found: blob.length })
    if (first && header.type !== 'OSMHeader') throw damage('pbfFirstBlock', file, { byte: offset }, { found: header.type })
    if (header.type === 'OSMHeader') checkFeatures(unpack(blob, offset, file), offset, file)
    else if (header.type === 'OSMData') yield { offset, bytes: unpack(blob, offset, file) }
    first = false
    offset = header.start + header.dataBytes
  }
}

function readHeader(access: RandomAccess, offset: number, file: string): { type: string; dataBytes: number; start: number } {
  const size = access.read(offset, 4)
  if (size.length < 4) throw damage('pbfTruncated', file, { byte: access.bytes }, { expected: 4, found: size.length })
  const headerBytes = new DataView(size.buffer, size.byteOffset).getUint32(0)
  if (headerBytes === 0 || headerBytes > headerLimit) throw damage('pbfHeaderTooLarge', file, { byte: offset }, { limit: headerLimit, found: headerBytes })
  const bytes = access.read(offset + 4, headerBytes)
  if (bytes.length < headerBytes) throw damage('pbfTruncated', file, { byte: access.bytes }, { expected: headerBytes, found: bytes.length })
  const found = { type: '', dataBytes: 0 }
  sound(offset, file, () => {
    readWhole(bytes, (tag, result, reader) => {
      if (tag === 1) result.type = reader.readString()
      else if (tag === 3) result.dataBytes = reader.readVarint()
    }, found)
  })
  if (found.dataBytes > blockLimit) throw damage('pbfBlobTooLarge', file, { byte: offset }, { limit: blockLimit, found: found.dataBytes })
  return { ...found, start: offset + 4 + headerBytes }
}

/** A blob is raw or packed with zlib; both the stated and the actual size are held to the limit. */
function unpack(blob: Uint8Array, offset: number, file: string): Uint8Array {
  const found: { raw: Uint8Array | null; size: number; zlib: Uint8Array | null; compression: number } = { raw: null, size: -1, zlib: null, compression: 0 }
  sound(offset, file, () => {
    readWhole(blob, (tag, result, reader) => {
      if (tag === 1) result.raw = reader.readBytes()
      else if (tag === 2) result.size = reader.readVarint()
      else if (tag === 3) result.zlib = reader.readBytes()
      else if (tag >= 4 && tag <= 7) result.compression = tag
    }, found)
  })
  if (found.raw) return found.raw
  if (!found.zlib) throw damage('pbfCompression', file, { byte: offset }, { found: compressions[found.compression] ?? '?' })
  if (found.size > blockLimit) throw damage('pbfInflatesTooLarge', file, { byte: offset }, { limit: blockLimit, found: found.size })
  const bytes = inflated(found.zlib, offset, file)
  if (found.size >= 0 && bytes.length !== found.size) throw damage('pbfBroken', file, { byte: offset })
  return bytes
}

const compressions: Readonly<Record<number, string>> = { 4: 'LZMA', 5: 'bzip2', 6: 'LZ4', 7: 'Zstandard' }

function inflated(packed: Uint8Array, offset: number, file: string): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: blockLimit })
  } catch (error) {
    const tooLarge = error instanceof RangeError
    throw tooLarge ? damage('pbfInflatesTooLarge', file, { byte: offset }, { limit: blockLimit, found: `> ${blockLimit}` }) : damage('pbfBroken', file, { byte: offset })
  }
}

function checkFeatures(bytes: Uint8Array, offset: number, file: string): void {
  const required: string[] = []
  sound(offset, file, () => {
    readWhole(bytes, (tag, result, reader) => {
      if (tag === 4) result.push(reader.readString())
    }, required)
  })
  const unknown = required.filter((feature) => !understood.has(feature))
  if (unknown.length > 0) throw damage('pbfFeature', file, { byte: offset }, { found: unknown.join(', ') })
}

/** Reads that run past the end or meet an unknown wire type mean a damaged block. */
export function sound<T>(offset: number, file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && /Unimplemented type|Expected varint/.test(error.message))) throw damage('pbfBroken', file, { byte: offset })
    throw error
  }
}
