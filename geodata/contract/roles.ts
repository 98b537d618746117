import type { ExchangeName } from './all.ts'
import type { Role } from './exchange.ts'

/**
 * The least role that may ask each exchange, by name: what the exchanges themselves declare, for a page that has not fetched all their schemas.
 * What is not named here is for editors. A test holds both alike.
 */
export const roleOf = (name: ExchangeName): Role => others.get(name) ?? 'editor'

const listed: Readonly<Partial<Record<Role, readonly ExchangeName[]>>> = {
  public: ['meta', 'areas', 'area', 'categories', 'standards', 'coverage', 'search', 'completeness', 'serviceItems', 'sessionRead', 'logIn', 'logOut', 'passwordChange', 'deviceEnter', 'steeringJoin', 'steeringCommand', 'steeringListen', 'steeringEnd', 'venues', 'venue', 'homes', 'venueReport', 'venuesGeojson', 'venuesCsv', 'hsds', 'hsdsServices', 'hsdsService', 'venueMarkup', 'events', 'tile', 'basemaps', 'outerTile', 'site', 'health', 'ready', 'openapi'],
  leader: ['editions', 'tours', 'registers', 'register', 'registerExport', 'narratives', 'organisationCoverage', 'heat', 'heatExport', 'access', 'areaPage', 'clock', 'tasks', 'tasksExport', 'taskRead', 'matching', 'wall', 'wallRecords', 'wallStates', 'wallHexagons', 'wallBuilding', 'steeringOpen', 'steeringCode', 'steeringTell'],
  planner: ['gaps', 'states', 'shutSites', 'basket', 'pack', 'organisationGaps', 'organisationGapsExport', 'scenarios', 'scenarioRead', 'scenarioAdd', 'scenarioSave', 'scenarioRemove', 'jobList', 'jobRead', 'jobCancel', 'whatIf', 'whatIfFile', 'capacity', 'capacityStates', 'sitingCandidates', 'sitingStart', 'sitingResult'],
  administrator: ['rebuildStart', 'deviceList', 'deviceAdd', 'deviceRemove'],
}
/** What a server for the public alone answers: all that the finder, its feeds and its map ask, and nothing of figures, areas or accounts. */
export const servedToPublicAlone: readonly ExchangeName[] = ['meta', 'categories', 'standards', 'venues', 'venue', 'homes', 'venueReport', 'venuesGeojson', 'venuesCsv', 'hsds', 'hsdsServices', 'hsdsService', 'venueMarkup', 'events', 'tile', 'site', 'health', 'ready', 'openapi']

/**
 * What a screen without anybody logged in may ask: what the wall shows and how it is told of changes, and nothing else. Figures of the wall are of areas; a building has its state and never
 * its residents. Descriptions and signs of life are the same for everyone and are listed for completeness.
 */
export const servedToDevices: readonly ExchangeName[] = [
  'wall', 'wallRecords', 'wallStates', 'wallHexagons', 'wallBuilding', 'editions', 'tours', 'meta', 'areas', 'area', 'categories', 'standards', 'tile', 'basemaps', 'outerTile', 'site', 'events', 'health', 'ready', 'openapi',
  'sessionRead', 'logIn', 'logOut', 'deviceEnter', 'steeringOpen', 'steeringCode', 'steeringTell', 'steeringListen', 'steeringEnd',
]

const others = new Map<ExchangeName, Role>(Object.entries(listed).flatMap(([role, names]) => names.map((name) => [name, role as Role] as const)))
