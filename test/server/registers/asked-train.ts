import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { columnOf, headline, sum, type Asked, type Counting } from './asked.ts'

const perArea = <T extends { area: string | null }>(rows: readonly T[], of: (row: T) => number): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const row of rows) if (row.area !== null) sums.set(row.area, (sums.get(row.area) ?? 0) + of(row))
  return sums
}
const assessments = ({ rows }: Counting, kind: string) => rows('assessment').filter(({ fields }) => fields.kind === kind && fields.year === 2025)

const assessed = (kind: string): Asked => ({
  told: (answer) => [headline(answer, 'assessedLastYear'), headline(answer, 'excellent')[0], answer.rows.filter(({ cells }) => cells.at(-1) === 'late').length],
  counted: (demo) => { const all = assessments(demo, kind), done = all.filter(({ fields }) => fields.day !== null); return [[done.length, all.length], done.filter(({ fields }) => (fields.score ?? 0) >= 90).length, all.length - done.length] },
})

export const trainAsked: Partial<Record<RegisterCode, Asked>> = {
  doubleCheckin: {
    // Story 8: 1,040 members, 38 % of them in three communities, six in the resettlement community.
    told: (answer) => [headline(answer, 'reported')[0], columnOf(answer, 'reported').slice(0, 3), answer.rows.at(-1)?.areaName, answer.rows.at(-1)?.cells[1], headline(answer, 'unitsReported'), headline(answer, 'cityReported')[0]],
    counted({ rows, nameOf }) {
      const counts = [...perArea(rows('checkinCount'), ({ fields }) => fields.members)].toSorted((a, b) => b[1] - a[1])
      const units = rows('checkin').filter(({ fields }) => fields.direction === 'unitToCommunity'), [last, least] = counts.at(-1) ?? ['', 0]
      return [1040, counts.slice(0, 3).map(([, count]) => count), nameOf(last), least, [units.filter(({ fields }) => fields.reported).length, 365], 47_137 + 3264]
    },
  },
  claimedPosts: {
    told: (answer) => [headline(answer, 'claimed'), headline(answer, 'gap')[0], headline(answer, 'servedThisMonth')[0]],
    counted: ({ rows }) => [
      [sum(rows('post'), ({ fields }) => fields.claimed), sum(rows('post'), ({ fields }) => fields.needed)], sum(rows('post'), ({ fields }) => Math.max(0, fields.needed - fields.claimed)),
      sum(rows('serviceRecord').filter(({ fields }) => fields.month === '2026-06'), ({ fields }) => fields.persons),
    ],
  },
  memberSkills: {
    told: (answer) => answer.rows.map(({ cells }) => `${cells[0]} ${cells[1]}`).toSorted(),
    counted({ rows }) {
      const sums = new Map<string, number>()
      for (const { fields } of rows('memberCount')) if (fields.skill !== null) sums.set(fields.skill, (sums.get(fields.skill) ?? 0) + fields.members)
      return [...sums].map(([skill, count]) => `${skill} ${count}`).toSorted()
    },
  },
  pairings: {
    told: (answer) => [headline(answer, 'paired'), headline(answer, 'unitsPaired')[0], answer.rows.filter(({ cells }) => cells.at(-1) === 'missing').map(({ areaName }) => areaName).toSorted(), headline(answer, 'cityUnits')[0], answer.map?.lines.length],
    counted(demo) {
      const pairs = demo.rows('pairing').filter(({ fields }) => fields.kind === 'unitCommunity'), having = new Set(pairs.map(({ area }) => area))
      const communities = demo.all('area').filter(({ level }) => level === 'community')
      return [[having.size, 26], new Set(pairs.map(({ unit }) => unit)).size, communities.filter(({ code }) => !having.has(code)).map(({ name }) => name).toSorted(), 812, pairs.length]
    },
  },
  doubleNotices: {
    told: (answer) => [headline(answer, 'noticesDone'), headline(answer, 'noticesLate')[0]],
    counted: ({ rows, day }) => { const of = (year: number) => rows('notice').filter(({ fields }) => fields.year === year); return [[of(2026).filter(({ fields }) => fields.day !== null && fields.day <= day).length, of(2026).length], of(2025).filter(({ fields }) => fields.day === null).length] },
  },
  mutualAssessment: assessed('mutual'),
  workReports: assessed('report'),
  memberMix: {
    told: (answer) => [headline(answer, 'direct')[0], Math.round(1000 * (headline(answer, 'over60Share')[0] ?? 0)), answer.rows.find(({ areaName }) => areaName === '东榆新社区')?.cells[2]],
    counted({ rows }) {
      const direct = rows('memberCount').filter(({ fields }) => fields.management === 'direct'), all = sum(direct, ({ fields }) => fields.members)
      return [all, Math.round((1000 * sum(direct.filter(({ fields }) => fields.age === 'over60'), ({ fields }) => fields.members)) / all), 98]
    },
  },
  fourTeams: {
    told: (answer) => [answer.rows.filter(({ cells }) => cells.at(-1) === 'missing').map(({ areaName }) => areaName).toSorted(), headline(answer, 'gridWorkers')],
    counted: ({ rows, all, nameOf }) => [
      rows('staff').filter(({ fields }) => fields.kind === 'liaison' && fields.actual === 0).map(({ area }) => nameOf(area)).toSorted(),
      [sum(rows('staff').filter(({ fields }) => fields.kind === 'gridWorker'), ({ fields }) => fields.actual), all('area').filter(({ level }) => level === 'grid').length],
    ],
  },
  staffStructure: {
    told: (answer) => [headline(answer, 'cadres')[0], Math.round(1000 * (headline(answer, 'over50Share')[0] ?? 0)), columnOf(answer, 'actual').slice(0, 3)],
    // Document 004: 1,225 entrepreneurs and 380 veterans among the city's cadres.
    counted: ({ rows }) => { const cadres = rows('staff').filter(({ fields }) => fields.kind === 'cadre' && fields.origin === null), all = sum(cadres, ({ fields }) => fields.actual); return [all, Math.round((1000 * sum(cadres, ({ fields }) => fields.over50)) / all), [all, 1225, 380]] },
  },
  responsibilityZones: {
    told: (answer) => headline(answer, 'zones'),
    counted: ({ rows }) => { const zones = rows('tally').filter(({ fields }) => fields.kind === 'responsibilityZones' && fields.year === 2026); return [sum(zones, ({ fields }) => fields.done), sum(zones, ({ fields }) => fields.required)] },
  },
  organisationLife: {
    told: (answer) => [answer.rows.filter(({ cells }) => cells.at(-1) === 'late').length, headline(answer, 'underRepair')[0]],
    // By the end of June half of what a year asks.
    counted: ({ rows }) => [rows('tally').filter(({ fields }) => fields.year === 2026 && (fields.kind === 'threeMeetings' || fields.kind === 'cadreTraining') && fields.done < (fields.required ?? 0) / 2).length, rows('partyOrganisation').filter(({ fields }) => fields.underRepair).length],
  },
  schoolsAndClasses: {
    told: (answer) => [headline(answer, 'schools')[0], headline(answer, 'classes')[0]],
    counted: ({ rows }) => [rows('plaque').filter(({ fields }) => fields.kind === 'school').length, sum(rows('tally').filter(({ fields }) => fields.kind === 'classes' && fields.year === 2026), ({ fields }) => fields.done)],
  },
}
