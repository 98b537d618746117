import { basket } from './basket.ts'
import { coverage, gaps, states } from './coverage.ts'
import { events } from './events.ts'
import { exportStart, importStart, jobCancel, jobList, jobRead, jobResult, rebuildStart } from './jobs.ts'
import { area, areas, categories, health, meta, openapi, pack, ready, standards, tile } from './meta.ts'
import { buildingExchanges, facilityExchanges, gateExchanges, organisationExchanges, unitExchanges } from './records.ts'
import { search } from './search.ts'
import { logIn, logOut, passwordChange, sessionRead } from './session.ts'

/** Every exchange there is; the server serves exactly these. */
export const exchanges = {
  meta, areas, area, categories, standards, coverage, gaps, states, basket, pack, search,
  sessionRead, logIn, logOut, passwordChange,
  ...facilityExchanges, ...unitExchanges, ...organisationExchanges, ...gateExchanges, ...buildingExchanges,
  jobList, jobRead, jobCancel, jobResult, importStart, exportStart, rebuildStart,
  events, tile, health, ready, openapi,
} as const
export type ExchangeName = keyof typeof exchanges
