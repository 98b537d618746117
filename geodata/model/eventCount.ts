import type { Position } from './geometry.ts'
import type { Provenance } from './provenance.ts'

export const eventStreams = ['service', 'request', 'hazard'] as const
/** 服务, 群众诉求, 隐患事件. */
export type EventStream = (typeof eventStreams)[number]

/** What happened in one month at one place, of one category: counts, never a person. */
export type EventCount = Provenance & {
  id: string
  stream: EventStream
  /** yyyy-mm */
  month: string
  category: string
  /** Grid where known, else community; null: unknown. */
  area: string | null
  position: Position | null
  /** Events. */
  times: number
  /** Persons served; null: not counted. */
  people: number | null
  /** Of requests: answered (响应), settled (解决), satisfied (满意); null: not told. resolved <= responded <= times, satisfied <= resolved. */
  responded: number | null
  resolved: number | null
  satisfied: number | null
}
