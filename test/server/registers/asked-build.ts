import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { slots } from '../../../seeds/catalogue/slots.ts'
import { columnOf, headline, sum, type Asked, type Counting } from './asked.ts'

/** Items of a level that are built or shared and large enough, by area. */
function completeBy({ rows, all }: Counting, level: 'community' | 'street'): Map<string, number> {
  const sizes = new Map(all('facility').map(({ id, capacity }) => [id, capacity.squareMetres]))
  const complete = new Map<string, number>()
  for (const { area, fields } of rows('slot')) {
    const slot = slots.find(({ code }) => code === fields.slot)
    if (slot?.level !== level || area === null) continue
    const size = fields.squareMetres ?? sizes.get(fields.facility ?? '') ?? null
    const counts = (fields.state === 'built' || fields.state === 'shared') && (size === null || size >= (slot.minSquareMetres ?? 0))
    complete.set(area, (complete.get(area) ?? 0) + Number(counts))
  }
  return complete
}

const slotsAsked = (level: 'community' | 'street'): Asked => ({
  told: (answer) => [headline(answer, 'complete'), headline(answer, 'full'), answer.answer.includes(level === 'community' ? '东榆新社区' : '望澜街道')],
  counted(demo) {
    const complete = completeBy(demo, level), items = slots.filter((slot) => slot.level === level).length
    const least = [...complete].toSorted((a, b) => a[1] - b[1])[0]
    return [[sum(complete.values(), (count) => count), complete.size * items], [[...complete.values()].filter((count) => count === items).length, complete.size], demo.nameOf(least[0]) === (level === 'community' ? '东榆新社区' : '望澜街道')]
  },
})

const programmes = ({ rows }: Counting, kind: string) => rows('programme').filter(({ fields }) => fields.kind === kind)
const funds = ({ rows }: Counting, purpose: string, year: number) => rows('fund').filter(({ fields }) => fields.purpose === purpose && fields.year === year)
const yuan = (all: ReturnType<typeof funds>): number => sum(all, ({ fields }) => fields.yuan)

export const buildAsked: Partial<Record<RegisterCode, Asked>> = {
  communitySlots: slotsAsked('community'),
  streetSlots: slotsAsked('street'),
  villagePlatforms: {
    told: (answer) => [headline(answer, 'done'), columnOf(answer, 'platforms').reduce((total: number, count) => total + Number(count), 0)],
    // 2,046 of 1,548 villages and 714 communities (document 004).
    counted: (demo) => [[sum(programmes(demo, 'villagePlatform'), ({ fields }) => fields.count), 1548 + 714], 2046],
  },
  resettlementSites: {
    told: (answer) => [headline(answer, 'sites')[0], [...new Set(answer.rows.map(({ areaName }) => areaName))], answer.answer.includes('市场 2\u2009650 平方米') && answer.answer.includes('宣传橱窗 55 平方米')],
    counted(demo) {
      const community = demo.rows('estate').find(({ fields }) => fields.kind === 'resettlement')?.area?.slice(0, 12) ?? ''
      const items = demo.rows('slot').filter(({ area, fields }) => area === community && (fields.state === 'built' || fields.state === 'shared')).length
      const windows = demo.rows('plaque').filter(({ area, fields }) => area === community && fields.kind === 'noticeWindow').length
      const markets = demo.all('facility').filter(({ category, name }) => category === 'market' && name === '东榆新农贸市场').length
      return [items + windows + markets, [demo.nameOf(community)], true]
    },
  },
  roomsOwed: {
    told: (answer) => [headline(answer, 'missingRooms'), headline(answer, 'given')[0], headline(answer, 'inArrears')],
    counted(demo) {
      const known = demo.rows('estate').filter(({ fields }) => fields.floorSquareMetres !== null)
      const owing = known.filter(({ fields }) => (fields.officeSquareMetres ?? 0) < (fields.floorSquareMetres ?? 0) * 0.03 || (fields.businessSquareMetres ?? 0) < (fields.floorSquareMetres ?? 0) * 0.04)
      const given = sum(owing, ({ fields }) => (fields.officeSquareMetres ?? 0) + (fields.businessSquareMetres ?? 0))
      return [[12_250 - given, Math.round(sum(owing, ({ fields }) => fields.floorSquareMetres) * 0.07)], given, [owing.length, known.length]]
    },
  },
  estateBuilding: {
    told: (answer) => [headline(answer, 'done')[0], headline(answer, 'building')[0], headline(answer, 'planned')[0], headline(answer, 'yuan')[0]],
    counted(demo) {
      const of = (status: string) => sum(programmes(demo, 'estate').filter(({ fields }) => fields.status === status), ({ fields }) => fields.squareMetres)
      return [of('done'), of('building'), of('planned'), sum(programmes(demo, 'estate'), ({ fields }) => fields.yuan)]
    },
  },
  activityFunds: {
    told: (answer) => [headline(answer, 'due')[0], headline(answer, 'paid')[0], columnOf(answer, 'members').reduce((total: number, count) => total + Number(count), 0)],
    counted(demo) {
      const members = sum(demo.rows('memberCount').filter(({ fields }) => fields.management === 'direct' && fields.skill === null), ({ fields }) => fields.members)
      return [200 * members, yuan(funds(demo, 'activities', 2025)), members]
    },
  },
  fundSources: {
    told: (answer) => [headline(answer, 'funds')[0], Math.round(1000 * (headline(answer, 'dues')[0] ?? 0)), columnOf(answer, 'year')[0]],
    counted({ rows }) {
      const newest = rows('fund').filter(({ fields }) => fields.year === 2025)
      return [yuan(newest), Math.round((1000 * yuan(newest.filter(({ fields }) => fields.source === 'dues'))) / yuan(newest)), 2025]
    },
  },
  allowances: {
    told: (answer) => [headline(answer, 'allowance')[0], headline(answer, 'paying')],
    counted: (demo) => [yuan(funds(demo, 'allowances', 2025)), [new Set(funds(demo, 'allowances', 2025).map(({ area }) => area)).size, 26]],
  },
  siteFunds: {
    told: (answer) => [headline(answer, 'funds')[0], columnOf(answer, 'inAll'), headline(answer, 'built')[0]],
    counted: ({ rows }) => [300_000_000, [100_000_000, 200_000_000, 300_000_000], rows('slot').filter(({ fields }) => fields.batchYear !== null).length],
  },
  resettlementAccounts: {
    // 60 + 20 + 4 x 20 = 160 (10,000 yuan); 420,000 / 1,750 = 240 for each household (document 003).
    told: (answer) => [headline(answer, 'opening')[0], headline(answer, 'management')[0], headline(answer, 'perHousehold')[0]],
    counted: ({ rows, all }) => {
      const community = rows('estate').find(({ fields }) => fields.kind === 'resettlement')?.area?.slice(0, 12) ?? ''
      const households = sum(all('building').filter(({ grid }) => grid?.startsWith(community) === true), ({ residents }) => residents?.households ?? 0)
      return [1_600_000, 420_000, 420_000 / households]
    },
  },
  modelSites: {
    told: (answer) => [headline(answer, 'signs')[0], ...headline(answer, 'with')],
    counted({ rows }) {
      const signs = rows('plaque').filter(({ fields }) => fields.kind === 'modelSite')
      return [signs.length, new Set(signs.map(({ area }) => area)).size, 26]
    },
  },
}
