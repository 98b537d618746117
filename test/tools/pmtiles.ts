import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBasemaps, type Basemaps } from '../../server/basemaps/basemaps.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What a server finds where an archive of one tile, dropped.pmtiles, lies in its data folder. */
export async function droppedBasemap(): Promise<Basemaps> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'dropped.pmtiles'), pmtilesOf({ type: 'png', metadata: {}, tiles: [{ id: 0, bytes: Uint8Array.of(1, 2, 3) }], minZoom: 0, maxZoom: 0 }))
  return openBasemaps(folder)
}

/** Bytes of a PMTiles archive of version 3 without compression: the specification's header of 127 bytes, one directory, metadata, tiles. `tiles`: in the order of their ids along the curve. */
export function pmtilesOf({ type, metadata, tiles, minZoom, maxZoom }: { type: 'mvt' | 'png'; metadata: object; tiles: readonly { id: number; bytes: Uint8Array }[]; minZoom: number; maxZoom: number }): Uint8Array {
  let offset = 0
  const entries = tiles.map(({ id, bytes }) => {
    const entry = { id, offset, length: bytes.length }
    offset += bytes.length
    return entry
  })
  const directory = Uint8Array.from([
    ...varint(entries.length), ...entries.flatMap(({ id }, at) => varint(id - (entries[at - 1]?.id ?? 0))), ...entries.flatMap(() => varint(1)),
    ...entries.flatMap(({ length }) => varint(length)), ...entries.flatMap((entry) => varint(entry.offset + 1)),
  ])
  const said = new TextEncoder().encode(JSON.stringify(metadata))
  const head = new Uint8Array(headBytes)
  const view = new DataView(head.buffer)
  head.set(new TextEncoder().encode('PMTiles'))
  head[7] = 3
  const places = [headBytes, directory.length, headBytes + directory.length, said.length, 0, 0, headBytes + directory.length + said.length, offset, entries.length, entries.length, entries.length]
  places.forEach((value, at) => { view.setBigUint64(8 + at * 8, BigInt(value), true) })
  // Clustered, directory and tiles not compressed, kind of tile, zooms, then the box and the middle in ten millionths of a degree.
  head.set([1, 1, 1, type === 'mvt' ? 1 : 2, minZoom, maxZoom], 96)
  ;[-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000].forEach((value, at) => { view.setInt32(102 + at * 4, value, true) })
  return Buffer.concat([head, directory, said, ...tiles.map((tile) => tile.bytes)])
}

const headBytes = 127

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>>= 7
  }
  return [...bytes, rest]
}
