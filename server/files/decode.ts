import { extname } from 'node:path'
import type { Convert } from '../../geodata/intake/convert.ts'
import type { Datum } from '../../geodata/intake/datum.ts'
import { sourceKinds, type SourceKind } from '../../geodata/intake/dialect.ts'
import type { FeatureSource } from '../../geodata/intake/feature.ts'
import { assembleOsm } from '../../geodata/intake/osm/assemble.ts'
import type { FormCode } from '../../geodata/intake/sheets/form.ts'
import type { Row } from '../../geodata/intake/rows.ts'
import { convertedRows, convertedSource, rowsSource } from '../../geodata/intake/rows.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import { csvRows } from './csv.ts'
import { Damage, damage } from './damage.ts'
import { geojsonRows, refuseLargeJson } from './geojson.ts'
import { fileName, stemOf } from './names.ts'
import type { OpenFile } from './open.ts'
import { companionOf, contentsOf } from './open.ts'
import { osmPbfScan } from './osm/pbf.ts'
import { osmXmlScan } from './osm/xml.ts'
import { converterOf, converterOfCrs, converterOfPrj } from './projection.ts'
import type { ShapefileParts } from './shapefile/rows.ts'
import { shapefileRows } from './shapefile/rows.ts'
import { unzipped } from './zip.ts'

export type DecodeOptions = { datum?: Datum; as?: SourceKind | FormCode; catalogue: Catalogue }

/** One file -> the sources in it: one, or as many as an archive holds. Every byte that matters has been read afterwards. */
export function decodeFile(file: OpenFile, options: DecodeOptions): FeatureSource[] {
  switch (file.format) {
    case 'osm':
    case 'pbf':
      return [osmSource(file, options)]
    case 'geojson':
      refuseLargeJson(file.bytes, file.name)
      return [jsonSource(contentsOf(file.path), file.name, options)]
    case 'csv':
      return [tableSource(csvRows(contentsOf(file.path), file.name), file.name, options, options.datum === undefined ? null : converterOf(options.datum, file.name))]
    case 'shp':
      return [shapefileSource(partsBeside(file), options)]
    case 'zip':
      return archived(file, options)
    case 'xlsx':
      return []
  }
}

function osmSource(file: OpenFile, options: DecodeOptions): FeatureSource {
  const newest: { day: string | null } = { day: null }
  const scan = file.format === 'osm' ? osmXmlScan(file.path, file.name, newest) : osmPbfScan(file.path, file.name, newest)
  const source = assembleOsm(scan, file.name, () => newest.day)
  return options.datum === undefined ? source : convertedSource(source, converterOf(options.datum, file.name))
}

function jsonSource(bytes: Uint8Array, name: string, options: DecodeOptions): FeatureSource {
  const { rows, crs } = geojsonRows(bytes, name)
  const convert = options.datum !== undefined ? converterOf(options.datum, name) : crs === null ? null : converterOfCrs(crs, name)
  return tableSource(rows, name, options, convert)
}

function shapefileSource(parts: ShapefileParts, options: DecodeOptions): FeatureSource {
  const { rows, projection } = shapefileRows(parts)
  const convert = options.datum !== undefined ? converterOf(options.datum, `${parts.name}.shp`) : projection === null ? null : converterOfPrj(projection, `${parts.name}.prj`)
  return tableSource(rows, `${parts.name}.shp`, options, convert)
}

/** Coordinates are checked after conversion: only then must they be degrees. */
function tableSource(rows: readonly Row[], name: string, options: DecodeOptions, convert: Convert | null): FeatureSource {
  const converted = convertedRows(rows, convert ?? ((position) => position))
  const verdict = converted.check.verdict(name)
  if (verdict) throw new Damage(verdict)
  const result = rowsSource(converted.rows, { file: name, source: stemOf(name), as: sourceKinds.find((kind) => kind === options.as), catalogue: options.catalogue })
  if (!result.ok) throw new Damage(result.issues[0])
  return result.value
}

function partsBeside(file: OpenFile): ShapefileParts {
  const part = (ending: string): Uint8Array | null => companionOf(file.path, ending)
  return { name: stemOf(file.name), shp: contentsOf(file.path), shx: part('.shx'), dbf: part('.dbf'), cpg: part('.cpg'), prj: part('.prj') }
}

function archived(file: OpenFile, options: DecodeOptions): FeatureSource[] {
  const contents = unzipped(contentsOf(file.path), file.name)
  const sources: FeatureSource[] = []
  for (const [path, bytes] of contents) {
    const ending = extname(path).toLowerCase()
    const stem = path.slice(0, path.length - ending.length)
    const part = (wanted: string): Uint8Array | null => contents.get(stem + wanted) ?? contents.get(stem + wanted.toUpperCase()) ?? null
    if (ending === '.shp') sources.push(shapefileSource({ name: stemOf(path), shp: bytes, shx: part('.shx'), dbf: part('.dbf'), cpg: part('.cpg'), prj: part('.prj') }, options))
    else if (ending === '.geojson' || ending === '.json') sources.push(jsonSource(bytes, fileName(path), options))
  }
  if (sources.length === 0) throw damage('zipHolds', file.name, null, { expected: '.shp .geojson' })
  return sources
}
