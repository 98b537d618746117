import type { GroundKind } from '../../model/street.ts'
import type { ValueRow } from './rows.ts'
import { firstRow } from './rows.ts'

/** OSM key and value of an area -> what covers the land; the first row that fits decides. */
export const grounds: readonly ValueRow<GroundKind>[] = [
  ['natural', 'water', 'water'],
  ['waterway', 'riverbank dock', 'water'],
  ['landuse', 'reservoir basin', 'water'],
  ['leisure', 'swimming_pool', 'water'],
  ['leisure', 'track', 'track'],
  ['leisure', 'pitch sports_centre stadium golf_course ice_rink playground', 'sports'],
  ['leisure', 'park garden nature_reserve', 'park'],
  ['landuse', 'park', 'park'],
  ['amenity', 'university college school kindergarten', 'campus'],
  ['amenity', 'hospital clinic', 'hospital'],
  ['amenity', 'parking', 'parking'],
  ['place', 'square', 'square'],
  ['highway', 'pedestrian footway', 'square'],
  ['landuse', 'construction', 'construction'],
  ['landuse', 'industrial railway', 'industrial'],
  ['landuse', 'residential', 'estate'],
  ['landuse', 'grass forest meadow recreation_ground village_green orchard vineyard allotments flowerbed greenfield plant_nursery', 'green'],
  ['natural', 'wood grassland scrub heath wetland', 'green'],
]

/** Kind of ground for these tags on an area; null when the table does not ask for it. */
export const groundOf = firstRow(grounds)
