import type { StreetClass } from '../../model/street.ts'

/** What an OSM highway is on our map and whether people may walk along it when nothing else is said. */
export type HighwayRow = { class: StreetClass; walk: boolean }

/**
 * highway=* of OpenStreetMap. Motorways and trunk roads carry no walkers unless a tag says so;
 * a cycleway does (the general default of the OSM access table).
 */
export const highways: Readonly<Record<string, HighwayRow>> = {
  motorway: { class: 'motorway', walk: false },
  motorway_link: { class: 'motorway', walk: false },
  trunk: { class: 'motorway', walk: false },
  trunk_link: { class: 'motorway', walk: false },
  primary: { class: 'arterial', walk: true },
  primary_link: { class: 'arterial', walk: true },
  secondary: { class: 'secondary', walk: true },
  secondary_link: { class: 'secondary', walk: true },
  tertiary: { class: 'local', walk: true },
  tertiary_link: { class: 'local', walk: true },
  unclassified: { class: 'local', walk: true },
  residential: { class: 'local', walk: true },
  road: { class: 'local', walk: true },
  living_street: { class: 'lane', walk: true },
  pedestrian: { class: 'lane', walk: true },
  service: { class: 'service', walk: true },
  busway: { class: 'service', walk: false },
  bus_guideway: { class: 'service', walk: false },
  track: { class: 'path', walk: true },
  path: { class: 'path', walk: true },
  bridleway: { class: 'path', walk: true },
  cycleway: { class: 'path', walk: true },
  pier: { class: 'footway', walk: true },
  footway: { class: 'footway', walk: true },
  corridor: { class: 'footway', walk: true },
  elevator: { class: 'footway', walk: true },
  platform: { class: 'footway', walk: true },
  steps: { class: 'steps', walk: true },
}

/** highway=* values that are no street yet or no more. */
export const unbuiltHighways: ReadonlySet<string> = new Set(['construction', 'proposed', 'planned', 'razed', 'abandoned', 'disused', 'dismantled'])

/** railway=* values drawn as a track where they run above ground. */
export const railways: ReadonlySet<string> = new Set(['rail', 'subway', 'light_rail', 'tram', 'monorail', 'narrow_gauge', 'funicular', 'preserved', 'maglev'])

/** Values of foot=* that let walkers in whatever access=* says. */
export const footAllows: ReadonlySet<string> = new Set(['yes', 'designated', 'permissive', 'public', 'destination', 'official', 'customers'])

/** Values of foot=* or access=* that keep them out. */
export const keepsOut: ReadonlySet<string> = new Set(['no', 'private', 'military', 'agricultural', 'forestry', 'delivery', 'use_sidepath', 'permit', 'residents_only'])
