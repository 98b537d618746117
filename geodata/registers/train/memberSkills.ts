import { keysOf, standingAtoms } from '../atoms.ts'
import { byArea, nothing, topArea, total } from '../areas.ts'
import { grouped } from '../grouped.ts'
import type { Register, Row } from '../register.ts'

/** 23 专长: what members in service can do, beside the posts of that kind nobody has claimed. Skills of one place are told all or none, since they are parts of a whole. */
export const memberSkills: Register = (input) => {
  const rows = input.rows('memberCount').filter(({ fields }) => fields.skill !== null)
  if (rows.length === 0) return nothing
  const skills = grouped(rows, ({ fields }) => fields.skill ?? ''), top = topArea(input)
  const atoms = [...skills].flatMap(([skill, own]) => standingAtoms(own, `skill:${skill.replaceAll('|', ' ')}`, ({ fields }) => fields.members))
  const posts = input.rows('post'), own = byArea(input, rows)
  const table = [...skills].map(([skill, counted]) => {
    const wanted = posts.filter(({ fields }) => fields.kind.includes(skill))
    const keys = keysOf(atoms, `skill:${skill.replaceAll('|', ' ')}`)
    const members = total(counted, ({ fields }) => fields.members), open = total(wanted, ({ fields }) => Math.max(0, fields.needed - fields.claimed))
    const row: Row = { id: skill, opens: 'area', area: top?.code ?? '', position: null, cells: [skill, members, wanted.length === 0 ? null : total(wanted, ({ fields }) => fields.needed), wanted.length === 0 ? null : open], keys: { members: keys } }
    return { skill, members, open, keys, row }
  }).toSorted((a, b) => b.open - a.open || (a.skill < b.skill ? -1 : 1))
  const communities = input.areas.at('community')
  return {
    headlines: [{ code: 'skills', value: skills.size, of: null, kind: 'count' }, { code: 'communitiesWith', value: communities.filter(({ code }) => own(code).length > 0).length, of: communities.length, kind: 'count' }],
    columns: [{ code: 'skill', kind: 'text' }, { code: 'members', kind: 'count', persons: true }, { code: 'postsNeeded', kind: 'count' }, { code: 'postsOpen', kind: 'count' }],
    rows: table.map(({ row }) => row),
    map: { kind: 'areas', level: 'community', column: 'skills', worse: 'low', values: Object.fromEntries(communities.map(({ code }) => [code, new Set(own(code).map(({ fields }) => fields.skill)).size])) },
    answer: { skills: skills.size, most: table[0].skill, open: table[0].open, members: { value: table[0].members, areas: [top?.code ?? ''], keys: table[0].keys } },
    atoms,
  }
}
