import { basket } from './basket.ts'
import { coverage, gaps, states } from './coverage.ts'
import { area, areas, categories, health, meta, openapi, pack, ready, standards, tile } from './meta.ts'

/** Every exchange there is; the server serves exactly these. */
export const exchanges = { meta, areas, area, categories, standards, coverage, gaps, states, basket, pack, tile, health, ready, openapi } as const
export type ExchangeName = keyof typeof exchanges
