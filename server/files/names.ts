import { basename } from 'node:path'

/** Name of a file without its folder, as messages show it. */
export function fileName(path: string): string {
  return basename(path)
}

/** The name without its known endings: what a source is called on screen. */
export function stemOf(path: string): string {
  return basename(path).replace(/(\.osm)?\.(osm|pbf|geojson|json|shp|zip|csv|xlsx)$/i, '')
}
