import type { ValueRow } from './rows.ts'
import { firstRow } from './rows.ts'

/**
 * Where people go: OSM key and values -> code of a category in the catalogue. The first row that fits decides.
 * A row whose category the catalogue does not hold leaves the place out, counted. Places of worship have no row.
 * Supermarkets count as convenience stores: they serve the same daily need.
 */
export const places: readonly ValueRow<string>[] = [
  ['amenity', 'canteen', 'canteen'],
  ['amenity', 'restaurant fast_food food_court', 'restaurant'],
  ['amenity', 'library', 'library'],
  ['amenity', 'public_bookcase reading_room', 'readingRoom'],
  ['amenity', 'hospital', 'hospital'],
  ['amenity', 'clinic doctors', 'clinic'],
  ['amenity', 'pharmacy', 'pharmacy'],
  ['amenity', 'childcare', 'childcare'],
  ['amenity', 'kindergarten', 'kindergarten'],
  ['amenity', 'school', 'school'],
  ['amenity', 'marketplace', 'market'],
  ['amenity', 'community_centre social_centre', 'activityRoom'],
  ['amenity', 'toilets', 'toilet'],
  ['social_facility', 'day_care', 'daycare'],
  ['healthcare', 'hospital', 'hospital'],
  ['healthcare', 'clinic doctor centre', 'clinic'],
  ['healthcare', 'pharmacy', 'pharmacy'],
  ['shop', 'chemist pharmacy', 'pharmacy'],
  ['shop', 'convenience kiosk supermarket', 'convenience'],
  ['shop', 'greengrocer marketplace', 'market'],
  ['shop', 'hairdresser tailor shoe_repair repair watch_repair', 'repair'],
  ['craft', 'shoemaker tailor', 'repair'],
  ['leisure', 'park garden', 'garden'],
  ['leisure', 'pitch sports_centre sports_hall stadium track fitness_centre fitness_station', 'sports'],
  ['place', 'square', 'square'],
]

/** The row for these tags; null when the table does not ask for them. */
export const placeOf = firstRow(places)

/** Names that say more than the tags; they come before the table above. */
export const placesByName: readonly (readonly [name: RegExp, category: string])[] = [
  [/社区食堂|长者食堂|长者饭堂|老年食堂|老年餐厅|助餐点|敬老餐厅/, 'canteen'],
  [/日间照料|养老驿站|养老服务站|日间托老/, 'daycare'],
  [/暖新驿站|骑手驿站|户外劳动者|暖蜂驿站/, 'restStop'],
  [/社区服务(中心|站)|党群服务|居委会|居民委员会|便民服务/, 'station'],
  [/卫生服务(中心|站)|社区卫生/, 'clinic'],
  [/人民调解|调解室/, 'mediation'],
  [/文化活动(中心|室|站)|老年活动/, 'activityRoom'],
  [/派出所|警务室|警务站/, 'policeRoom'],
]

/** Keys whose features are places of some kind: one without a row is counted as a place without a category. */
export const placeKeys = ['amenity', 'shop', 'leisure', 'social_facility', 'healthcare', 'craft', 'office', 'tourism'] as const

/** Values that stand along a street rather than being somewhere to go: neither places nor buildings, counted with the rest. */
export const furniture: ReadonlySet<string> = new Set([
  'parking', 'parking_space', 'parking_entrance', 'bicycle_parking', 'motorcycle_parking', 'bench', 'waste_basket', 'waste_disposal', 'recycling', 'telephone', 'post_box',
  'vending_machine', 'fountain', 'drinking_water', 'hunting_stand', 'shelter', 'atm', 'bicycle_rental', 'taxi', 'grave_yard', 'clock', 'information', 'artwork', 'viewpoint',
  'picnic_site', 'picnic_table', 'loading_dock', 'charging_station', 'car_sharing', 'watering_place', 'common', 'nature_reserve', 'firepit', 'slipway', 'yes',
])
