import type { BuildingUse } from '../../model/building.ts'

/**
 * building=* of OpenStreetMap -> use. `yes` and values that name a form (tower, main) or nothing known say no use.
 * The values below amenity, shop and office are those that tile sources write in the same place.
 */
export const buildingUseByValue: Readonly<Record<string, BuildingUse>> = {
  ...all('residential', 'apartments residential house detached semidetached_house terrace bungalow farm villa houseboat static_caravan cabin allotment_house annexe'),
  ...all('dormitory', 'dormitory'),
  ...all('office', 'office company'),
  ...all('commercial', 'commercial retail supermarket kiosk hotel hostel mall shop bank restaurant fast_food cafe pub bar market pharmacy jewelry ice_cream computer post_office'),
  ...all('school', 'school kindergarten university college'),
  ...all('hospital', 'hospital clinic'),
  ...all('government', 'government public civic townhall fire_station embassy police courthouse'),
  ...all('culture', 'museum library theatre cinema arts_centre gallery attraction'),
  ...all('sport', 'sports_hall sports_centre stadium grandstand gym pavilion riding_hall'),
  ...all('industrial', 'industrial warehouse factory manufacture works storage_tank silo hangar'),
  ...all('transport', 'transportation train_station station bus_station communications_tower toll_booth'),
  ...all('ancillary', 'garage garages carport shed roof hut guardhouse gatehouse gate service toilets parking greenhouse barn farm_auxiliary stable cowshed sty bunker_silo boiler_house transformer_tower water_tower container tent ruins bridge'),
  ...all('religious', 'church mosque temple cathedral chapel shrine synagogue monastery religious place_of_worship pagoda'),
  ...all('other', 'construction'),
}

/** amenity, shop, office, tourism, leisure, healthcare on a building whose own value says nothing. `*` stands for any other value. */
export const buildingUseByKey: Readonly<Record<string, Readonly<Record<string, BuildingUse>>>> = {
  amenity: {
    ...all('school', 'school kindergarten university college'),
    ...all('hospital', 'hospital clinic doctors nursing_home'),
    ...all('commercial', 'restaurant fast_food cafe bar pub food_court bank marketplace pharmacy post_office fuel car_wash nightclub'),
    ...all('government', 'townhall police fire_station courthouse public_building embassy community_centre social_facility'),
    ...all('culture', 'library theatre cinema arts_centre exhibition_centre conference_centre'),
    ...all('religious', 'place_of_worship monastery'),
    ...all('ancillary', 'toilets parking bicycle_parking shelter waste_disposal recycling'),
    ...all('transport', 'bus_station ferry_terminal'),
    ...all('industrial', 'research_institute'),
  },
  shop: { '*': 'commercial' },
  office: { government: 'government', administrative: 'government', '*': 'office' },
  tourism: { museum: 'culture', gallery: 'culture', attraction: 'culture', hotel: 'commercial', hostel: 'commercial', guest_house: 'commercial', motel: 'commercial' },
  leisure: { sports_centre: 'sport', stadium: 'sport', sports_hall: 'sport', fitness_centre: 'sport', swimming_pool: 'sport', ice_rink: 'sport' },
  healthcare: { '*': 'hospital' },
  railway: { station: 'transport' },
}

/** building=* values of what does not stand (any more). */
export const unbuiltBuildings: ReadonlySet<string> = new Set(['no', 'proposed', 'demolished', 'collapsed', 'razed', 'planned', 'entrance'])

function all(use: BuildingUse, values: string): Record<string, BuildingUse> {
  return Object.fromEntries(values.split(' ').map((value) => [value, use]))
}
