import { areaPage } from './areaPage.ts'
import { basemaps, outerTile } from './basemaps.ts'
import { basket } from './basket.ts'
import { clock } from './clock.ts'
import { completeness, serviceItems } from './completeness.ts'
import { coverage, gaps, shutSites, states } from './coverage.ts'
import { deviceAdd, deviceEnter, deviceList, deviceRemove } from './devices.ts'
import { editionFreeze, editions } from './editions.ts'
import { events } from './events.ts'
import { hsds, hsdsService, hsdsServices, venueMarkup, venuesCsv, venuesGeojson } from './feeds.ts'
import { access, heat, heatExport } from './heat.ts'
import { jobCancel, jobList, jobRead, jobResult } from './jobs.ts'
import { area, areas, categories, health, meta, openapi, pack, ready, site, standards, tile } from './meta.ts'
import { buildingExchanges, entryExchanges, facilityExchanges, gateExchanges, organisationExchanges, unitExchanges } from './records.ts'
import { narratives, register, registerExport, registers, sheetTemplate } from './registers.ts'
import { reportDecide, reportList } from './reports.ts'
import { capacity, capacityStates, whatIf, whatIfFile } from './whatIf.ts'
import { sitingCandidates, sitingResult, sitingStart } from './siting.ts'
import { scenarioAdd, scenarioRead, scenarioRemove, scenarios, scenarioSave } from './scenarios.ts'
import { search } from './search.ts'
import { logIn, logOut, passwordChange, sessionRead } from './session.ts'
import { steeringCode, steeringCommand, steeringEnd, steeringJoin, steeringListen, steeringOpen, steeringTell } from './steering.ts'
import { exportStart, importStart, rebuildStart } from './starts.ts'
import { tourAdd, tourRemove, tours, tourSave } from './tours.ts'
import { matching, taskChange, taskFigure, taskOpen, taskRead, tasks, tasksExport } from './tasks.ts'
import { homes, venue, venueReport, venues } from './venues.ts'
import { wall, wallBuilding, wallHexagons, wallRecords, wallStates } from './wall.ts'
import { organisationCoverage, organisationGaps, organisationGapsExport } from './twoNew.ts'

/** Every exchange there is; the server serves exactly these. */
export const exchanges = {
  meta, areas, area, categories, standards, coverage, gaps, states, shutSites, clock, basket, pack, search,
  registers, register, registerExport, narratives, sheetTemplate, completeness, serviceItems, organisationCoverage, organisationGaps, organisationGapsExport, heat, heatExport, access, areaPage, tasks, tasksExport, taskRead, taskFigure, taskOpen, taskChange, matching,
  sessionRead, logIn, logOut, passwordChange, deviceEnter, deviceList, deviceAdd, deviceRemove,
  steeringOpen, steeringCode, steeringTell, steeringJoin, steeringCommand, steeringListen, steeringEnd,
  ...facilityExchanges, ...unitExchanges, ...organisationExchanges, ...gateExchanges, ...buildingExchanges, ...entryExchanges,
  jobList, jobRead, jobCancel, jobResult, importStart, exportStart, rebuildStart,
  editions, editionFreeze, tours, tourAdd, tourSave, tourRemove, whatIf, whatIfFile, capacity, capacityStates, sitingCandidates, sitingStart, sitingResult, scenarios, scenarioRead, scenarioAdd, scenarioSave, scenarioRemove,
  venues, venue, homes, venueReport, reportList, reportDecide, venuesGeojson, venuesCsv, hsds, hsdsServices, hsdsService, venueMarkup,
  wall, wallRecords, wallStates, wallHexagons, wallBuilding,
  events, tile, basemaps, outerTile, site, health, ready, openapi,
} as const
export type ExchangeName = keyof typeof exchanges
