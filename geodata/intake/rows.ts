import type { Catalogue } from '../model/catalogue.ts'
import type { Position } from '../model/geometry.ts'
import type { Convert } from './convert.ts'
import type { Form, SourceKind } from './dialect.ts'
import { dialectOf } from './dialect.ts'
import type { Feature, FeatureSource, Shape, Tags } from './feature.ts'
import { issue } from './issue.ts'
import type { PositionCheck } from './positionCheck.ts'
import { onGlobe, positionCheck } from './positionCheck.ts'
import { positionsOf } from './positions.ts'
import type { LeftReason, Repair } from './report.ts'
import type { Result } from './result.ts'
import { failed, made } from './result.ts'
import { idColumns } from './tables/columns.ts'
import { untiled } from './untile.ts'

/** A row of a table of features, as decoded from GeoJSON or a shapefile. */
export type Row = { id: string | null; raw: Tags; shape: Shape | null; fault: LeftReason | null; repairs: readonly Repair[] }

export type RowsFrom = { file: string; source: string; as: SourceKind | undefined; catalogue: Catalogue }

/** Rows -> features in our words; failure when neither the columns nor the user say what they are. */
export function rowsSource(rows: readonly Row[], from: RowsFrom): Result<FeatureSource> {
  const columns = new Set(rows.flatMap((row) => Object.keys(row.raw)))
  const forms = new Set(rows.map((row) => row.shape?.type).filter((form) => form !== undefined))
  const dialect = dialectOf(columns, forms, from.as, from.catalogue)
  if (!dialect) return failed(issue('kindUnknown', from.file, null, { found: [...columns].slice(0, 8).join(', ') || '∅' }))
  const commonest: Form = forms.has('area') ? 'area' : forms.has('line') ? 'line' : 'point'
  const openStreetMap = dialect.name === 'osm' ? rows.some((row) => osmId(row) !== null) : dialect.name === 'tiles' && rows.some((row) => row.raw['source'] === 'openstreetmap.org')
  const features = rows.map((row, index): Feature => {
    const form = row.shape?.type ?? commonest
    const id = (openStreetMap ? osmId(row) : null) ?? (row.id === null ? `${from.source}#${index + 1}` : `${dialect.name === 'tiles' ? 'osm' : from.source}/${row.id}`)
    return { id, place: `#${index + 1}`, tags: dialect.tags(row.raw, form), form, pieces: 1, shape: row.shape, fault: row.fault, repairs: row.repairs }
  })
  const source: FeatureSource = {
    file: from.file,
    source: openStreetMap ? 'OpenStreetMap' : from.source,
    date: null,
    attribution: openStreetMap ? '© OpenStreetMap contributors' : '',
    dialect: dialect.name,
    features: () => features,
    others: {},
  }
  return made(dialect.name === 'tiles' ? untiled(source) : source)
}

/** Rows with positions in the city's datum; a row with a position off the globe, or at 0, 0 where programs put what they do not know, loses its shape. */
export function convertedRows(rows: readonly Row[], convert: Convert): { rows: Row[]; check: PositionCheck } {
  const check = positionCheck()
  const moved = rows.map((row): Row => {
    if (!row.shape) return row
    const shape = converted(row.shape, convert)
    let sound = true
    for (const position of positionsOf(shape)) {
      check.add(position)
      sound = sound && onGlobe(position) && (position[0] !== 0 || position[1] !== 0)
    }
    return sound ? { ...row, shape } : { ...row, shape: null, fault: 'badPosition' }
  })
  return { rows: moved, check }
}

/** The same source with every position in the city's datum. */
export function convertedSource(source: FeatureSource, convert: Convert): FeatureSource {
  return {
    ...source,
    *features() {
      for (const feature of source.features()) yield feature.shape ? { ...feature, shape: converted(feature.shape, convert) } : feature
    },
  }
}

/** `way/123` from the ways in which exports of OSM write it. */
function osmId(row: Row): string | null {
  for (const stated of [row.raw['@id'], row.id]) if (/^(node|way|relation)\/-?\d+$/.test(stated ?? '')) return stated ?? null
  const [way, any] = [row.raw['osm_way_id'], row.raw['osm_id']]
  if (way !== undefined) return `way/${way}`
  return any === undefined ? null : `osm/${any}`
}

function converted(shape: Shape, convert: Convert): Shape {
  const all = (positions: readonly Position[]): Position[] => positions.map(convert)
  if (shape.type === 'point') return { type: 'point', position: convert(shape.position) }
  if (shape.type === 'line') return { type: 'line', lines: shape.lines.map(all) }
  return { type: 'area', polygons: shape.polygons.map((rings) => rings.map(all)) }
}

/** The id a row states in its columns, for sources whose format has no id of its own. */
export function idFrom(raw: Tags): string | null {
  const small = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.toLowerCase(), value]))
  return idColumns.map((column) => small[column]).find((value) => value !== undefined) ?? null
}
