import type { BuildingState, GapReason, Question } from '../model/question.ts'

/** What the question meant in metres. */
export type Asked = { question: Question; limitMetres: number; limitMinutes: number; metresPerSecond: number; marginalMetres: number }

/**
 * Figures by area index; entry areas.count is "outside every area". Whole numbers throughout (Float64 holds them exactly).
 * Administrative areas hold their parts; estates lie beside them. `covered` and `total` are of the asked group where persons are meant.
 */
export type AreaFigures = {
  residentsCovered: Float64Array; residentsTotal: Float64Array
  /** Part of residentsTotal that is estimated. */
  residentsEstimated: Float64Array
  householdsCovered: Float64Array; householdsTotal: Float64Array
  buildingsCovered: Float64Array; buildingsTotal: Float64Array
  landCovered: Float64Array; landTotal: Float64Array
  communitiesCovered: Float64Array; communitiesTotal: Float64Array
  noDataBuildings: Float64Array
  facilities: Float64Array; admittingFacilities: Float64Array
}

/** The same figures of one area, or of the whole city with what lies outside every area. */
export type Summary = { [K in keyof AreaFigures]: number }

export type CoverageAnswer = Asked & {
  /** Index of the asked area, -1 for the whole city. */
  area: number
  summary: Summary
  areas: AreaFigures
  /** In the order of buildingStates, within the asked area. */
  states: { state: BuildingState; buildings: number; residents: number }[]
}

/** All homes left out in the asked area, one entry each, in dense order. */
export type GapAnswer = Asked & {
  area: number
  count: number
  /** Position in city.buildings (its `dense` is the index the map knows). */
  building: Int32Array
  /** Index into buildingStates: marginal, uncovered or cut. */
  state: Uint8Array
  /** Index into gapReasons. */
  reason: Uint8Array
  residents: Int32Array
  /** Nearest site that admits and is open, else that admits, else that does not: index into city.facilities, from facilities.count on into overlay.added; -1 = none connected. */
  nearest: Int32Array
  nearestAdmits: Uint8Array
  /** 0: shut at the hour asked for. */
  nearestIsOpen: Uint8Array
  /** Where the reason is the hour: the nearest site that admits at another one; else -1. */
  shut: Int32Array
  /** NaN where there is no nearest site. */
  metres: Float32Array
  missesByMetres: Float32Array
  totalResidents: number
  estimatedResidents: number
}

export type BasketService = Asked & {
  state: BuildingState
  reason: GapReason | null
  /** As in GapAnswer.shut. */
  shut: number
  nearest: {
    /** As in GapAnswer.nearest. */
    facility: number; admits: boolean; isOpen: boolean; position: readonly [number, number]; metres: number
    missesByMetres: number
    /** From the building's door to the site's, degrees; null for straight lines and for categories not asked for. */
    route: [number, number][] | null
  } | null
}

export type BasketAnswer = {
  building: number
  /** Straight walk from the door to the street; null: no walkable street near. */
  snapMetres: number | null
  /** In the order of the catalogue. */
  services: BasketService[]
}

export type Identity = { name: string; holds: boolean; detail: string }
