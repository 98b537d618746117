import type { PbfReader } from 'pbf'
import type { OsmVisitor } from '../../../geodata/intake/osm/visitor.ts'
import type { Newest, Primitives } from './primitives.ts'
import { positionE7, stringAt, summed } from './primitives.ts'

type Dense = { ids: number[]; lons: number[]; lats: number[]; tags: number[]; times: number[]; visible: boolean[] }

/** Nodes packed as columns of differences; tags run through one list, each node's closed by 0. */
export function readDense(reader: PbfReader, shared: Primitives, visitor: OsmVisitor, newest: Newest): void {
  const dense = reader.readMessage((tag, result) => {
    if (tag === 1) reader.readPackedSVarint(result.ids)
    else if (tag === 5) {
      reader.readMessage((inner, columns) => {
        if (inner === 2) reader.readPackedSVarint(columns.times)
        else if (inner === 6) reader.readPackedBoolean(columns.visible)
      }, result)
    } else if (tag === 8) reader.readPackedSVarint(result.lats)
    else if (tag === 9) reader.readPackedSVarint(result.lons)
    else if (tag === 10) reader.readPackedVarint(result.tags)
  }, emptyDense())
  for (const time of summed(dense.times)) newest(time * shared.dateGranularity)
  if (!visitor.node) return
  const [ids, lons, lats] = [summed(dense.ids), summed(dense.lons), summed(dense.lats)]
  if (lons.length !== ids.length || lats.length !== ids.length) throw new RangeError(`dense nodes: got ${lons.length} longitudes and ${lats.length} latitudes, expected ${ids.length}`)
  let at = 0
  for (let i = 0; i < ids.length; i++) {
    const tags: Record<string, string> = {}
    let tagged = false
    for (; at < dense.tags.length && dense.tags[at] !== 0; at += 2) {
      tags[stringAt(shared, dense.tags[at])] = stringAt(shared, dense.tags[at + 1])
      tagged = true
    }
    at += 1
    const [lonE7, latE7] = positionE7(shared, lons[i], lats[i])
    if (dense.visible[i] !== false) visitor.node(ids[i], lonE7, latE7, tagged ? tags : null)
  }
}

function emptyDense(): Dense {
  return { ids: [], lons: [], lats: [], tags: [], times: [], visible: [] }
}
