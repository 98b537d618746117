import gcoord from 'gcoord'
import type { Position } from '../model/geometry.ts'
import type { Datum } from './datum.ts'

export type Convert = (position: Position) => Position

/**
 * From a geographic datum to the city's: CGCS2000 and WGS84 are one at map scale; GCJ-02 (高德, 腾讯) and BD-09 (百度) are
 * shifted by hundreds of metres and shifted back, to within a centimetre. Projected systems (EPSG) are the server's to convert.
 */
export function converterFrom(datum: Exclude<Datum, `EPSG:${number}`>): Convert {
  if (datum === 'wgs84' || datum === 'cgcs2000') return (position) => position
  const from = datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09
  return (position) => {
    const [lon, lat] = gcoord.transform([position[0], position[1]], from, gcoord.WGS84)
    return [lon, lat]
  }
}
