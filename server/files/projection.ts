import proj4 from 'proj4'
import type { Convert } from '../../geodata/intake/convert.ts'
import { converterFrom } from '../../geodata/intake/convert.ts'
import type { Datum } from '../../geodata/intake/datum.ts'
import { damage } from './damage.ts'

/** Geographic systems equal to ours at map scale. */
const plainCodes: ReadonlySet<number> = new Set([4326, 4490, 4979, 4480])

/**
 * Definition of the projected systems met in China by EPSG code: CGCS2000 Gauss-Krueger in 6 and 3 degree zones, with and
 * without zone number; UTM north; Web Mercator; TWD97. 北京54 and 西安80 are not here: their shift to CGCS2000 is not public.
 */
export function definitionOf(code: number): string | null {
  if (code === 3857 || code === 900913) return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs'
  if (code >= 4491 && code <= 4501) return gaussKrueger(75 + (code - 4491) * 6, (13 + code - 4491) * 1e6 + 500_000)
  if (code >= 4502 && code <= 4512) return gaussKrueger(75 + (code - 4502) * 6, 500_000)
  if (code >= 4513 && code <= 4533) return gaussKrueger(75 + (code - 4513) * 3, (25 + code - 4513) * 1e6 + 500_000)
  if (code >= 4534 && code <= 4554) return gaussKrueger(75 + (code - 4534) * 3, 500_000)
  if (code >= 32601 && code <= 32660) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`
  return code === 3826 ? '+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +ellps=GRS80 +units=m +no_defs' : null
}

function gaussKrueger(meridian: number, falseEasting: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`
}

/** Converter for a datum the user names. */
export function converterOf(datum: Datum, file: string): Convert {
  if (!isEpsg(datum)) return converterFrom(datum)
  const code = Number(datum.slice(5))
  if (plainCodes.has(code)) return converterFrom('wgs84')
  const definition = definitionOf(code)
  if (definition === null) throw damage('datumUnknown', file, null, { found: datum })
  return projected(definition)
}

/** Converter for the name in a GeoJSON `crs` member, e.g. urn:ogc:def:crs:OGC:1.3:CRS84 or EPSG:4549. */
export function converterOfCrs(name: string, file: string): Convert {
  if (/CRS84$/i.test(name)) return converterFrom('wgs84')
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name)
  const known = code !== null && (plainCodes.has(Number(code[1])) || definitionOf(Number(code[1])) !== null)
  if (!known) throw damage('crsUnknown', file, null, { found: name.slice(0, 60) })
  return converterOf(`EPSG:${Number(code[1])}`, file)
}

/** Converter for the text of a .prj. A geographic system is taken for ours; the old national systems are refused by name. */
export function converterOfPrj(wkt: string, file: string): Convert {
  const name = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(wkt)?.[1]
  if (name === undefined) throw damage('projectionUnknown', file, null, { found: wkt.slice(0, 40) })
  if (/beijing.?1954|xian.?1980|pulkovo|krasovsky/i.test(wkt)) throw damage('projectionUnknown', file, null, { found: name })
  if (/^\s*GEOGC(S|RS)/i.test(wkt)) return converterFrom('wgs84')
  try {
    return projected(wkt)
  } catch {
    throw damage('projectionUnknown', file, null, { found: name })
  }
}

function isEpsg(datum: Datum): datum is `EPSG:${number}` {
  return datum.startsWith('EPSG:')
}

function projected(definition: string): Convert {
  const to = proj4(definition, 'WGS84')
  return ([x, y]) => {
    const [lon, lat] = to.forward([x, y])
    return [lon, lat]
  }
}
