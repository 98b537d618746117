import * as z from 'zod/mini'
import { download, exchange } from './exchange.ts'
import * as part from './parts.ts'

/** Outer base maps that a deployment has configured (LINLI_DATA/basemaps.json, *.pmtiles); none are on until somebody chooses one. */
export const basemaps = exchange({
  name: 'basemaps', method: 'GET', path: '/api/v1/basemaps', role: 'public', scope: 'none',
  summary: { zh: '可选的外部底图', en: 'Outer base maps one may lie below' },
  pathParameters: part.none, query: part.none,
  answer: { schema: z.object({ basemaps: z.array(z.object({
    name: z.string(), kind: z.enum(['raster', 'vector']),
    /** Addresses of tiles with {z}, {x} and {y}; several of the same tiles are used by turns. One that begins with / is our own. */
    tiles: z.array(z.string()),
    /** w: web mercator; c: degrees (EPSG:4490), drawn anew in the browser. */
    matrixSet: z.enum(['w', 'c']), tilePixels: z.number(), minZoom: z.number(), maxZoom: z.number(),
    attribution: z.string(), mapApproval: z.string(),
    /** Layers of vector tiles, in the order of the archive. */
    layers: z.array(z.string()),
  })) }) },
})

/** A tile of a *.pmtiles file in the data folder. */
export const outerTile = download({
  name: 'outerTile', method: 'GET', path: '/tiles/outer/:name/:z/:x/:y', role: 'public', scope: 'none',
  summary: { zh: '外部底图的瓦片', en: 'Tiles of an outer base map' },
  pathParameters: z.object({ name: z.string().check(z.minLength(1), z.maxLength(80)), z: z.int(), x: z.int(), y: z.int() }), query: part.none,
  answer: { mediaType: 'application/octet-stream' },
})
