import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { columnOf, headline, type Asked, type Counting } from './asked.ts'

const open = ({ all }: Counting) => all('facility').filter(({ unit, admission }) => unit !== null && !['staff', 'members'].includes(admission.audience))
const signs = (kind: string) => ({ rows }: Counting) => rows('plaque').filter(({ fields }) => fields.kind === kind)
const withAndAll = (kind: string): Asked => ({
  told: (answer) => [headline(answer, 'signs')[0], ...headline(answer, 'with')],
  counted: (demo) => [signs(kind)(demo).length, new Set(signs(kind)(demo).map(({ area }) => area)).size, 26],
})

export const shareAsked: Partial<Record<RegisterCode, Asked>> = {
  units: {
    told: (answer) => [...headline(answer, 'opening'), headline(answer, 'openSites')[0]],
    counted: (demo) => [new Set(open(demo).map(({ unit }) => unit)).size, demo.all('unit').length, open(demo).length],
  },
  openCanteens: {
    told: (answer) => [headline(answer, 'serving'), columnOf(answer, 'state').filter((state) => state === 'done').length, headline(answer, 'spareClosed')[0]],
    counted({ all }) {
      const canteens = all('facility').filter(({ category, unit }) => category === 'canteen' && unit !== null)
      const serving = canteens.filter(({ admission }) => ['everyone', 'retired'].includes(admission.audience)), closed = canteens.filter(({ admission }) => admission.audience === 'staff')
      return [[serving.length, canteens.length], serving.length, closed.reduce((sum, { capacity }) => sum + (capacity.spareSeats ?? 0), 0)]
    },
  },
  openRooms: {
    told: (answer) => [headline(answer, 'plaques'), columnOf(answer, 'plaque').filter((sign) => sign === true).length],
    counted(demo) {
      const rooms = open(demo).filter(({ category }) => ['activityRoom', 'meetingRoom', 'readingRoom', 'sports', 'library'].includes(category))
      const signed = new Set(signs('memberRoom')(demo).map(({ fields }) => fields.facility))
      const bearing = rooms.filter(({ id }) => signed.has(id)).length
      return [[bearing, rooms.length], bearing]
    },
  },
  serviceOffers: {
    told: (answer) => [headline(answer, 'offers')[0], ...headline(answer, 'offering'), headline(answer, 'timesAYear')[0]],
    counted: ({ rows, all }) => [rows('serviceOffer').length, new Set(rows('serviceOffer').map(({ unit }) => unit)).size, all('unit').length, rows('serviceOffer').reduce((sum, { fields }) => sum + (fields.timesAYear ?? 0), 0)],
  },
  listMatching: {
    told: (answer) => [headline(answer, 'need'), headline(answer, 'resource'), headline(answer, 'project'), columnOf(answer, 'state').filter((state) => state === 'missing').length],
    counted({ rows }) {
      const held = rows('claim').filter(({ fields }) => !['suggested', 'withdrawn'].includes(fields.state))
      const taken = new Set(held.flatMap(({ fields }) => [fields.item, fields.resource]))
      const of = (list: string) => rows('listItem').filter(({ fields }) => fields.list === list)
      const part = (list: string) => [of(list).filter(({ id }) => taken.has(id)).length, of(list).length]
      return [part('need'), part('resource'), part('project'), rows('listItem').filter(({ id }) => !taken.has(id)).length]
    },
  },
  openBothWays: {
    told: (answer) => [headline(answer, 'unitToCommunity'), headline(answer, 'communityToUnit'), headline(answer, 'both')],
    counted({ rows }) {
      const of = (direction: string) => rows('plaque').filter(({ fields }) => fields.direction === direction)
      const areas = (direction: string) => new Set(of(direction).map(({ area }) => area))
      const total = rows('plaque').length
      return [[of('unitToCommunity').length, total], [of('communityToUnit').length, total], [[...areas('unitToCommunity')].filter((area) => areas('communityToUnit').has(area)).length, 26]]
    },
  },
  threeStrongholds: {
    // Of sites of units the community is told by the unit; only the signs and the units' rooms can be counted without looking at the map.
    told: (answer) => [headline(answer, 'whole')[1], columnOf(answer, 'publicity').reduce((sum: number, count) => sum + Number(count), 0)],
    counted(demo) {
      const rooms = demo.all('facility').filter(({ category, admission }) => category === 'meetingRoom' && !['staff', 'members'].includes(admission.audience)).length
      return [26, rooms + ['noticeWindow', 'school', 'memberRoom'].reduce((sum, kind) => sum + signs(kind)(demo).length, 0)]
    },
  },
  memberStations: withAndAll('memberStation'),
  practiceBases: withAndAll('practiceBase'),
}
