import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { columnOf, headline, sum, type Asked, type Counting } from './asked.ts'

/** Organisations of areas: neither a unit's nor one that firms share. */
function organisationsOf({ rows, all }: Counting) {
  const firms = new Set(all('organisation').map(({ branch }) => branch))
  return rows('partyOrganisation').filter(({ id, unit }) => unit === null && !firms.has(id))
}

const at = ({ all }: Counting, level: string) => all('area').filter((area) => area.level === level).map(({ code }) => code)
/** Grids that no organisation of the tier of grids names. */
function gridsWithout(demo: Counting): string[] {
  const having = new Set(organisationsOf(demo).filter(({ fields }) => fields.tier === 'grid').map(({ area }) => area))
  return at(demo, 'grid').filter((code) => !having.has(code))
}

/** Organisations on the tree, the register of places, sizes and grids. */
export const governAreasAsked: Partial<Record<RegisterCode, Asked>> = {
  sixTiers: {
    told: (answer) => [headline(answer, 'organisations')[0], headline(answer, 'withBranch'), headline(answer, 'unitOrganisations')[0]],
    counted: (demo) => [organisationsOf(demo).length, [at(demo, 'grid').length - gridsWithout(demo).length, at(demo, 'grid').length], 365],
  },
  fourLevels: {
    told: (answer) => ['city', 'district', 'street', 'community'].map((level) => headline(answer, `${level}Organisations`)[0]),
    counted: (demo) => ['city', 'district', 'street', 'community'].map((level) => organisationsOf(demo).filter(({ fields }) => fields.tier === level).length),
  },
  threeTiers: {
    told: (answer) => answer.rows.filter(({ cells }) => cells.at(-1) !== 'done').map(({ areaName }) => areaName).toSorted(),
    counted: (demo) => [...new Set(gridsWithout(demo).map((code) => demo.nameOf(code.slice(0, 12))))].toSorted(),
  },
  threePlusN: {
    told: (answer) => [headline(answer, 'full'), headline(answer, 'gridsWith')[0]],
    counted: (demo) => [[26 - demo.rows('body').filter(({ fields }) => fields.kind === 'workStation' && !fields.present).length, 26], at(demo, 'grid').length - gridsWithout(demo).length],
  },
  organisationForms: {
    // Document 004: 4 + 323 + 42 = 369, 148 of them central.
    told: (answer) => [...['committee', 'generalBranch', 'branch'].map((code) => headline(answer, code)[0]), headline(answer, 'central')],
    counted: ({ rows }) => { const urban = rows('placeRegister').filter(({ fields }) => fields.level === 'community' && fields.urban); return [4, 323, 42, [urban.filter(({ fields }) => fields.central).length, urban.length]] },
  },
  placeCounts: {
    told: (answer) => ['towns', 'streets', 'villages', 'communities', 'urban', 'platforms'].map((code) => headline(answer, code)[0]),
    // Document 004, counted as well.
    counted: ({ rows }) => { const of = (level: string): number => rows('placeRegister').filter(({ fields }) => fields.level === level).length; return [of('town'), of('street'), of('village'), of('community'), 369, 2046] },
  },
  communitySize: {
    told: (answer) => [headline(answer, 'households')[0], answer.rows[0].areaName, answer.rows.find(({ areaName }) => areaName === '东榆新社区')?.cells.slice(1, 3), columnOf(answer, 'directMembers').reduce((total: number, count) => total + Number(count), 0)],
    counted(demo) {
      const homes = demo.all('building').filter(({ residents }) => residents !== null)
      const byCommunity = new Map<string, number>()
      for (const { grid, residents } of homes) if (grid !== null) byCommunity.set(grid.slice(0, 12), (byCommunity.get(grid.slice(0, 12)) ?? 0) + (residents?.households ?? 0))
      const [most] = [...byCommunity].toSorted((a, b) => b[1] - a[1])
      return [sum(homes, ({ residents }) => residents?.households ?? 0), demo.nameOf(most[0]), [1750, 4000], sum(demo.rows('memberCount').filter(({ fields }) => fields.management === 'direct'), ({ fields }) => fields.members)]
    },
  },
  grids: {
    told: (answer) => [headline(answer, 'grids')[0], answer.rows.filter(({ cells }) => cells.at(-1) === 'missing').map(({ id }) => id).toSorted(), headline(answer, 'withWorker')[0]],
    counted: (demo) => [at(demo, 'grid').length, gridsWithout(demo).toSorted(), demo.rows('staff').filter(({ fields }) => fields.kind === 'gridWorker' && fields.actual > 0).length],
  },
  chamberAndTower: {
    told: (answer) => [headline(answer, 'unitOrganisations')[0], headline(answer, 'communitiesWith'), headline(answer, 'towers')[0]],
    // Document 001: 365 organisations of units in 26 communities.
    counted: ({ all }) => [365, [26, 26], all('unit').filter(({ nature, community }) => nature === 'property' && community !== null).length],
  },
}
