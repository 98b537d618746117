import type { Tags } from '../feature.ts'

/**
 * Words of Tilezen vector tiles (layers roads, buildings, landuse, water, pois, transit, boundaries) -> words of OSM.
 * `kind` and `kind_detail` hold OSM values; the layer is told by the kind and the form.
 */
export function tagsFromTilezen(raw: Tags, form: 'point' | 'line' | 'area'): Tags {
  const tags: Record<string, string> = { ...raw }
  delete tags['kind']
  delete tags['source']
  const kind = raw['kind'] ?? ''
  const detail = raw['kind_detail']
  const key = form === 'line' ? lineKey(kind) : form === 'area' ? areaKey(kind) : pointKey(kind)
  const value = key === 'building' ? (detail ?? 'yes') : key === 'highway' || key === 'railway' ? (detail ?? 'yes') : (renamed[kind] ?? kind)
  if (raw['is_bridge'] === 'yes') tags['bridge'] = 'yes'
  if (raw['is_tunnel'] === 'yes') tags['tunnel'] = 'yes'
  if (key === 'kind') return { ...tags, kind }
  return key === 'barrier' ? { ...tags, barrier: detail ?? 'gate' } : { ...tags, [key]: value }
}

/** Tilezen names a few things by other words than OSM. */
const renamed: Readonly<Record<string, string>> = { natural_wood: 'wood', natural_forest: 'forest', pedestrian: 'square', riverbank: 'water', fitness: 'fitness_centre' }

const roadKinds: ReadonlySet<string> = new Set(['highway', 'major_road', 'minor_road', 'path'])

function lineKey(kind: string): string {
  if (roadKinds.has(kind)) return 'highway'
  return kind === 'rail' ? 'railway' : 'kind'
}

/** A pedestrian area is ground only: its outline shares no vertex with the streets once tiles have cut both. */
const areaKeys: readonly (readonly [key: string, kinds: string])[] = [
  ['building', 'building'],
  ['natural', 'water natural_wood riverbank'],
  ['leisure', 'park garden pitch playground swimming_pool stadium sports_centre track golf_course nature_reserve'],
  ['landuse', 'residential grass recreation_ground forest natural_forest meadow cemetery village_green industrial railway construction military orchard vineyard allotments basin reservoir'],
  ['amenity', 'school college university hospital kindergarten parking prison clinic'],
  ['place', 'pedestrian'],
]

function areaKey(kind: string): string {
  return areaKeys.find(([, kinds]) => kinds.split(' ').includes(kind))?.[0] ?? 'kind'
}

const pointKeys: readonly (readonly [key: string, kinds: string])[] = [
  ['amenity', 'restaurant fast_food cafe bar pub ice_cream toilets bank school kindergarten college university hospital clinic doctors pharmacy library police place_of_worship post_office fire_station fuel cinema arts_centre theatre marketplace community_centre townhall childcare prison'],
  ['shop', 'convenience supermarket jewelry clothes mall computer mobile_phone electronics books hairdresser bakery butcher greengrocer florist shoes bicycle optician laundry chemist'],
  ['leisure', 'park garden pitch playground fitness sports_centre stadium swimming_pool'],
  ['tourism', 'hotel hostel attraction museum viewpoint information artwork monument'],
  ['office', 'government company embassy'],
  ['barrier', 'gate'],
]

function pointKey(kind: string): string {
  return pointKeys.find(([, kinds]) => kinds.split(' ').includes(kind))?.[0] ?? 'kind'
}
