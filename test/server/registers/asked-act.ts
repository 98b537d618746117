import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { columnOf, headline, sum, type Asked, type Counting } from './asked.ts'

const tallies = ({ rows }: Counting, kind: string, year: number) => rows('tally').filter(({ fields }) => fields.kind === kind && fields.year === year)
const done = (demo: Counting, kind: string, year: number): number => sum(tallies(demo, kind, year), ({ fields }) => fields.done)
/** 2026-06-30, the demo's last day, lies in this year; its newest counts are of it. */
const year = 2026
const fiveLinks = ['jointOrganisations', 'jointBuilding', 'sharedResources', 'jointServices', 'jointActivities']
const offersBy = (field: 'way' | 'audience', codes: readonly string[]): Asked => ({
  told: (answer) => codes.map((code) => headline(answer, code)),
  counted: ({ rows }) => codes.map((code) => [rows('serviceOffer').filter(({ fields }) => fields[field] === code).length, rows('serviceOffer').length]),
})

export const actAsked: Partial<Record<RegisterCode, Asked>> = {
  serviceItems: {
    told: (answer) => [headline(answer, 'mean'), headline(answer, 'full'), columnOf(answer, 'items')[0], columnOf(answer, 'community')[0]],
    counted({ rows, nameOf }) {
      const counts = new Map<string, number>()
      for (const { area } of rows('serviceItem')) counts.set(area ?? '', (counts.get(area ?? '') ?? 0) + 1)
      const [least] = [...counts].toSorted((a, b) => a[1] - b[1])
      return [[Math.round((10 * rows('serviceItem').length) / counts.size) / 10, 38], [[...counts.values()].filter((count) => count === 38).length, 26], least[1], nameOf(least[0])]
    },
  },
  platformUse: {
    told: (answer) => [headline(answer, 'functions'), headline(answer, 'courses')[0]],
    counted: (demo) => [[done(demo, 'platformFunctions', year), 12], done(demo, 'platformCourses', year)],
  },
  clubs: { told: (answer) => [headline(answer, 'clubs')[0], headline(answer, 'serviceTeams')[0]], counted: (demo) => [done(demo, 'clubs', year), done(demo, 'serviceTeams', year)] },
  channels: {
    told: (answer) => [headline(answer, 'windows')[0], headline(answer, 'squareMetres')[0], columnOf(answer, 'squareMetres')[0], answer.rows[0].areaName],
    counted(demo) {
      const windows = demo.rows('plaque').filter(({ fields }) => fields.kind === 'noticeWindow')
      const [largest] = windows.toSorted((a, b) => (b.fields.squareMetres ?? 0) - (a.fields.squareMetres ?? 0))
      // 55: the resettlement community's window of document 003.
      return [windows.length, sum(windows, ({ fields }) => fields.squareMetres), 55, demo.nameOf(largest.area)]
    },
  },
  fiveLinks: { told: (answer) => fiveLinks.map((code) => headline(answer, code)[0]), counted: (demo) => fiveLinks.map((kind) => done(demo, kind, year)) },
  onlineMeetings: {
    told: (answer) => [headline(answer, 'held')[0], headline(answer, 'with')],
    counted: (demo) => [done(demo, 'onlineMeetings', year), [tallies(demo, 'onlineMeetings', year).filter(({ fields }) => fields.done > 0).length, 26]],
  },
  visitsAndLetters: {
    told: (answer) => [headline(answer, 'late'), columnOf(answer, 'state').filter((state) => state === 'late').length, headline(answer, 'homeVisits')[0]],
    counted(demo) {
      const duties = demo.rows('tally').filter(({ fields }) => ['homeVisits', 'lettersAndVisits', 'feedbackReviews'].includes(fields.kind) && fields.year >= year - 1 && fields.required !== null)
      // Half of the year is over.
      const late = duties.filter(({ fields }) => fields.done < (fields.required ?? 0) * (fields.year === year ? 0.5 : 1)).length
      return [[late, duties.length], late, done(demo, 'homeVisits', year)]
    },
  },
  admittedTasks: {
    told: (answer) => [headline(answer, 'admitted'), headline(answer, 'refused')[0], headline(answer, 'expired')[0]],
    counted({ rows, day }) {
      const tasks = rows('admittedTask'), admitted = tasks.filter(({ fields }) => fields.admitted)
      return [[admitted.length, tasks.length], tasks.length - admitted.length, admitted.filter(({ fields }) => fields.until !== null && fields.until < day).length]
    },
  },
  waysOfServing: offersBy('way', ['claimed', 'fixedPoint', 'paired']),
  servedAudiences: offersBy('audience', ['everyone', 'older', 'children', 'lowIncome', 'entitled', 'disabled']),
}
