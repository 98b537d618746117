import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import type { EventCount } from '../../../geodata/model/eventCount.ts'
import { columnOf, headline, sum, type Asked, type Counting } from './asked.ts'

/** Events of the twelve months up to the day. */
const ofYear = ({ all, day }: Counting, stream: EventCount['stream']): EventCount[] => all('eventCount').filter((one) => one.stream === stream && one.month > `${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}` && one.month <= day.slice(0, 7))
const communityOf = ({ area }: EventCount): string => String(area).slice(0, 12)

/** Communities by the share of their requests that was settled, the least first. */
function leastSettled(demo: Counting): string[] {
  const events = ofYear(demo, 'request')
  const share = (code: string): number => { const own = events.filter((one) => communityOf(one) === code); return sum(own, ({ resolved }) => resolved) / sum(own, ({ times }) => times) }
  return [...new Set(events.map(communityOf))].toSorted((a, b) => share(a) - share(b))
}

export const heatAsked: Partial<Record<RegisterCode, Asked>> = {
  requests: {
    told: (answer) => [headline(answer, 'requests')[0], headline(answer, 'responded')[0], headline(answer, 'resolved')[0], columnOf(answer, 'community')],
    counted(demo) {
      const events = ofYear(demo, 'request'), times = sum(events, (one) => one.times)
      return [times, sum(events, ({ responded }) => responded) / times, sum(events, ({ resolved }) => resolved) / times, leastSettled(demo).map(demo.nameOf)]
    },
  },
  hazards: {
    told: (answer) => [headline(answer, 'hazards')[0], Object.fromEntries(columnOf(answer, 'community').map((name, i) => [name, columnOf(answer, 'hazards')[i]]))],
    counted(demo) {
      const events = ofYear(demo, 'hazard'), codes = [...new Set(events.map(communityOf))]
      return [sum(events, (one) => one.times), Object.fromEntries(codes.map((code) => [demo.nameOf(code), sum(events.filter((one) => communityOf(one) === code), (one) => one.times)]))]
    },
  },
}
