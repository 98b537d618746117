/** What a scan of an OSM file hands over, element by element. Coordinates are whole 1e-7 degrees. */
export type OsmVisitor = {
  node?: (id: number, lonE7: number, latE7: number, tags: Record<string, string> | null) => void
  way?: (id: number, nodes: readonly number[], tags: Record<string, string>) => void
  relation?: (id: number, members: readonly OsmMember[], tags: Record<string, string>) => void
}

export type OsmMember = { type: 'node' | 'way' | 'relation'; id: number; role: string }

/** One pass over the whole file, in its order. Damage is thrown and turned into a failure by whoever opened the file. */
export type OsmScan = (visitor: OsmVisitor) => void
