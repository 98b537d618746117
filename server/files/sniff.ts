/** What the first bytes of a file say it is; null: plain text or nothing known. */
export function contentOf(start: Uint8Array): string | null {
  for (const [name, signature] of signatures) if (signature.every((byte, index) => start[index] === byte)) return name
  const text = new TextDecoder('latin1').decode(start.subarray(0, 256)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^<(!doctype html|html)/i.test(text)) return 'HTML'
  if (text.startsWith('<')) return 'XML'
  if (/^[{[]/.test(text)) return 'JSON'
  return text === '' ? 'blank' : null
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP', [0x50, 0x4b]],
  ['gzip', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['Excel 97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
  ['Shapefile', [0x00, 0x00, 0x27, 0x0a]],
]

export type Format = 'osm' | 'pbf' | 'geojson' | 'shp' | 'zip' | 'csv' | 'xlsx'

/** Endings that are read, with what their content must look like; .pbf and .csv have no signature of their own. */
export const formats: Readonly<Record<string, { format: Format; content: string; signed: boolean }>> = {
  '.osm': { format: 'osm', content: 'XML', signed: true },
  '.pbf': { format: 'pbf', content: 'OSM PBF', signed: false },
  '.geojson': { format: 'geojson', content: 'JSON', signed: true },
  '.json': { format: 'geojson', content: 'JSON', signed: true },
  '.shp': { format: 'shp', content: 'Shapefile', signed: true },
  '.zip': { format: 'zip', content: 'ZIP', signed: true },
  '.csv': { format: 'csv', content: 'CSV', signed: false },
  '.xlsx': { format: 'xlsx', content: 'ZIP', signed: true },
}

/** Endings of files that only accompany a shapefile or another source. */
export const companions: ReadonlySet<string> = new Set(['.dbf', '.shx', '.prj', '.cpg', '.qix', '.sbn', '.sbx', '.qpj', '.qmd', '.fix'])
