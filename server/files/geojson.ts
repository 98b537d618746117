import type { Row } from '../../geodata/intake/rows.ts'
import { idFrom } from '../../geodata/intake/rows.ts'
import type { Place } from '../../geodata/intake/issue.ts'
import { damage } from './damage.ts'
import { shapeFrom } from './geojsonShape.ts'
import { jsonFault } from './jsonFault.ts'
import { tagsFrom } from './rawTags.ts'
import { utf8Text } from './utf8.ts'

/** JSON is parsed whole and a string of the engine holds about 512 MiB; larger files must be cut or come as .osm.pbf. */
const jsonLimitBytes = 400 * 1024 * 1024

export type JsonRows = { rows: Row[]; crs: string | null }

type Member = Readonly<Record<string, unknown>>

/** A GeoJSON file: a FeatureCollection, one Feature, or a bare geometry. Faults of single features are noted on their rows. */
export function geojsonRows(bytes: Uint8Array, file: string): JsonRows {
  refuseLargeJson(bytes.length, file)
  const root = parsedJson(bytes, file)
  if (!isMember(root)) throw damage('jsonNotObject', file, null, { found: Array.isArray(root) ? '[ ]' : JSON.stringify(root)?.slice(0, 20) ?? '' })
  if (root['type'] === 'Topology') throw damage('topojson', file)
  const features = featuresOf(root, file)
  if (features.length === 0) throw damage('featuresEmpty', file)
  return { rows: features.map(rowFrom), crs: crsOf(root, file) }
}

/** Asked of a file before it is read, since it is read in one piece. */
export function refuseLargeJson(bytes: number, file: string): void {
  if (bytes > jsonLimitBytes) throw damage('jsonTooLarge', file, null, { limit: mebibytes(jsonLimitBytes), found: mebibytes(bytes) })
}

/** Any JSON; Damage names the place where it stops being some. */
export function parsedJson(bytes: Uint8Array, file: string): unknown {
  const text = utf8Text(bytes, file)
  try {
    return JSON.parse(text)
  } catch {
    const { at, cut } = jsonFault(text)
    throw damage(cut ? 'jsonTruncated' : 'jsonBroken', file, lineAt(text, at), cut ? {} : { found: text.slice(at, at + 12).replace(/\s+/g, ' ') })
  }
}

function featuresOf(root: Member, file: string): unknown[] {
  if (root['type'] === 'FeatureCollection') {
    if (!Array.isArray(root['features'])) throw damage('featuresMissing', file)
    return root['features']
  }
  if (root['type'] === 'Feature') return [root]
  if (typeof root['type'] === 'string' && 'coordinates' in root) return [{ type: 'Feature', properties: {}, geometry: root }]
  throw damage('notGeojson', file, null, { found: typeof root['type'] === 'string' ? root['type'] : Object.keys(root).slice(0, 5).join(', ') })
}

function rowFrom(feature: unknown): Row {
  if (!isMember(feature)) return { id: null, raw: {}, shape: null, fault: 'noGeometry', repairs: [] }
  const raw = tagsFrom(isMember(feature['properties']) ? feature['properties'] : {})
  const id = typeof feature['id'] === 'string' || typeof feature['id'] === 'number' ? String(feature['id']) : idFrom(raw)
  return { id, raw, ...shapeFrom(feature['geometry']) }
}

/** The name in a `crs` member, of the 2008 draft that many programs still write; a linked one cannot be followed. */
function crsOf(root: Member, file: string): string | null {
  const crs = root['crs']
  if (!isMember(crs)) return null
  const name = isMember(crs['properties']) ? crs['properties']['name'] : undefined
  if (typeof name !== 'string') throw damage('crsUnknown', file, null, { found: String(crs['type'] ?? '') })
  return name
}

function lineAt(text: string, at: number): Place {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - before.lastIndexOf('\n') }
}

function isMember(value: unknown): value is Member {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1048576)} MiB`
}
