import { byArea, namesOf, nothing, total } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { yearOf } from '../yearly.ts'

/** 77 社区学校、技能培训班: schools at their places, with the classes their community gave in the year of the day. Communities that gave classes without a school follow. */
export const schoolsAndClasses: Register = (input) => {
  const schools = input.rows('plaque').filter(({ fields }) => fields.kind === 'school')
  const classes = input.rows('tally').filter(({ fields }) => fields.kind === 'classes' && fields.year === yearOf(input.day))
  if (schools.length === 0 && classes.length === 0) return nothing
  const given = byArea(input, classes), own = byArea(input, schools), communities = input.areas.at('community')
  const rows = schools.map((school): Row => {
    const facility = school.fields.facility === null ? null : input.facility(school.fields.facility)
    const community = school.area === null ? null : input.areas.above(school.area, 'community')
    return { id: school.id, opens: 'entry', area: school.area, position: school.position ?? facility?.position ?? null, cells: [school.name, community?.code ?? school.area, facility?.name ?? null, school.fields.squareMetres, community === null ? null : total(given(community.code), ({ fields }) => fields.done)] }
  })
  const bare = communities.filter(({ code }) => own(code).length === 0 && given(code).length > 0).map((community): Row => ({ id: community.code, opens: 'area', area: community.code, position: community.centre, cells: [null, community.code, null, null, total(given(community.code), ({ fields }) => fields.done)] }))
  const without = communities.filter(({ code }) => own(code).length === 0)
  return {
    headlines: [{ code: 'schools', value: schools.length, of: null, kind: 'count' }, { code: 'communitiesWith', value: communities.length - without.length, of: communities.length, kind: 'count' }, { code: 'classes', value: total(classes, ({ fields }) => fields.done), of: null, kind: 'count' }],
    columns: [{ code: 'name', kind: 'text' }, { code: 'community', kind: 'area' }, { code: 'site', kind: 'text' }, { code: 'squareMetres', kind: 'squareMetres' }, { code: 'classes', kind: 'count' }],
    rows: [...rows.toSorted((a, b) => Number(b.cells[4] ?? -1) - Number(a.cells[4] ?? -1) || (a.id < b.id ? -1 : 1)), ...bare], map: { kind: 'points', column: 'classes' },
    answer: { schools: schools.length, communities: communities.length, without: without.length, classes: total(classes, ({ fields }) => fields.done), places: namesOf(without) },
    atoms: [],
  }
}
