import { areaRow, nothing, percentOf, shareOf } from '../areas.ts'
import type { Register, Row } from '../register.ts'
import { cutsOf } from '../twoNew/cuts.ts'
import type { Firm } from '../twoNew/firm.ts'
import { twoNewOf } from '../twoNew/ofInput.ts'
import { figuresOf, newTally, type Figures } from '../twoNew/tally.ts'

/** 商务楼宇 园区 商圈市场 互联网. */
const fields = ['tower', 'park', 'market', 'internet'] as const
type Field = (typeof fields)[number]

/** 51 新兴领域有效覆盖: how enterprises of the four fields are covered (their own, joint, work alone, not), by community and field; each by its one primary scene. */
export const newFields: Register = (input) => {
  const { firms, least } = twoNewOf(input)
  const own = firms.filter(({ organisation }) => organisation.kind === 'enterprise' && fields.some((field) => field === organisation.scene))
  if (own.length === 0) return nothing
  const figures = (some: readonly Firm[]): Figures => figuresOf(cutsOf(some, () => [], least).kinds.enterprise.all)
  const byField = (some: readonly Firm[]): Record<Field, Figures> => {
    const { byScene } = cutsOf(some, () => [], least).kinds.enterprise
    return Object.fromEntries(fields.map((field) => [field, figuresOf(byScene.get(field) ?? newTally())])) as Record<Field, Figures>
  }
  const rows = input.areas.at('community').flatMap((community): Row[] => {
    const here = own.filter((firm) => firm.community === community.code)
    if (here.length === 0) return []
    const { operating, single, joint, workOnly, uncovered, organised } = figures(here), parts = byField(here)
    return [areaRow(community, [community.code, operating, single.covered, joint.covered, workOnly, uncovered, organised.share, shareOf(uncovered, operating), ...fields.map((field) => parts[field].organised.share)])]
  })
  const all = figures(own), parts = byField(own)
  const weakest = fields.filter((field) => parts[field].organised.share !== null).toSorted((a, b) => (parts[a].organised.share ?? 0) - (parts[b].organised.share ?? 0)).at(0)
  return {
    headlines: [
      { code: 'single', value: all.single.covered, of: all.operating, kind: 'count' }, { code: 'joint', value: all.joint.covered, of: all.operating, kind: 'count' }, { code: 'workOnly', value: all.workOnly, of: all.operating, kind: 'count' }, { code: 'uncovered', value: all.uncovered, of: all.operating, kind: 'count' },
      ...fields.map((code) => ({ code, value: parts[code].organised.covered, of: parts[code].operating, kind: 'count' }) as const),
    ],
    columns: [
      { code: 'community', kind: 'area' }, { code: 'operating', kind: 'count' }, { code: 'single', kind: 'count' }, { code: 'joint', kind: 'count' }, { code: 'workOnly', kind: 'count' }, { code: 'uncovered', kind: 'count' }, { code: 'organisedShare', kind: 'share' }, { code: 'uncoveredShare', kind: 'share' },
      ...fields.map((code) => ({ code, kind: 'share' }) as const),
    ],
    rows: rows.toSorted((a, b) => Number(b.cells[7] ?? 0) - Number(a.cells[7] ?? 0) || (a.id < b.id ? -1 : 1)),
    map: { kind: 'areas', level: 'community', column: 'uncoveredShare', worse: 'high' },
    answer: {
      operating: all.operating, single: all.single.covered, joint: all.joint.covered, workOnly: all.workOnly, uncovered: all.uncovered, ...Object.fromEntries(fields.map((field) => [field, percentOf(parts[field].organised.covered, parts[field].operating)])),
      leastPercent: weakest === undefined ? null : percentOf(parts[weakest].organised.covered, parts[weakest].operating),
    },
    atoms: [],
  }
}
