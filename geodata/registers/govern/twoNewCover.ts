import { namesOf, nothing } from '../areas.ts'
import type { Column, Register, Row } from '../register.ts'
import { cutsOf } from '../twoNew/cuts.ts'
import { twoNewOf } from '../twoNew/ofInput.ts'
import { figuresOf, newTally, type Figures, type Rate, type Tally } from '../twoNew/tally.ts'

/** 50 两新党组织全覆盖: carriers with both ratios of their enterprises, then what operates outside carriers by community; social organisations apart. */
export const twoNewCover: Register = (input) => {
  const { firms, cuts, least } = twoNewOf(input)
  if (firms.length === 0) return nothing
  const loose = cutsOf(firms.filter(({ organisation }) => organisation.carrier === null), (community) => [community], least).kinds
  const rows = [
    ...input.rows('carrier').flatMap(({ id, name, area, position, fields }): Row[] => {
      const own = cuts.byCarrier.get(id)
      return [{ id, opens: 'entry', area, position, cells: [name, fields.kind, area, ...cellsOf(own?.enterprise, own?.socialOrganisation)] }]
    }),
    ...input.areas.at('community').flatMap(({ code }): Row[] => {
      const enterprises = loose.enterprise.byArea.get(code), societies = loose.socialOrganisation.byArea.get(code)
      return enterprises || societies ? [{ id: code, opens: 'area', area: code, position: null, cells: [null, null, code, ...cellsOf(enterprises, societies)] }] : []
    }),
  ]
  const all = figuresOf(cuts.kinds.enterprise.all), societies = figuresOf(cuts.kinds.socialOrganisation.all)
  const undone = rows.filter(({ cells }) => Number(cells[undoneAt]) > 0)
  return {
    headlines: [
      { code: 'operating', value: all.operating, of: all.registered, kind: 'count' }, { code: 'organised', ...partOf(all.organised), kind: 'count' }, { code: 'work', ...partOf(all.work), kind: 'count' }, { code: 'single', ...partOf(all.single), kind: 'count' },
      { code: 'joint', ...partOf(all.joint), kind: 'count' }, { code: 'undone', value: all.due.total - all.due.covered, of: all.due.total, kind: 'count' }, { code: 'societiesOrganised', ...partOf(societies.organised), kind: 'count' }, { code: 'societiesWork', ...partOf(societies.work), kind: 'count' },
    ],
    columns,
    rows: rows.toSorted((a, b) => Number(b.cells[undoneAt]) - Number(a.cells[undoneAt]) || Number(a.opens === 'area') - Number(b.opens === 'area') || Number(a.cells[shareAt] ?? 2) - Number(b.cells[shareAt] ?? 2) || (a.id < b.id ? -1 : 1)),
    map: { kind: 'points', column: 'organisedShare' },
    answer: {
      registered: all.registered, excluded: all.registered - all.operating, operating: all.operating, organised: all.organised.covered, percent: percent(all.organised), work: all.work.covered, workPercent: percent(all.work), undone: all.due.total - all.due.covered,
      places: undone.map(({ cells, area }) => cells[0] ?? namesOf(area === null ? [] : [input.areas.of(area)].filter((one) => one !== null))).filter((name) => name !== null).join('、') || null,
      societies: societies.operating, societiesOrganised: societies.organised.covered, societiesPercent: percent(societies.organised),
    },
    atoms: [],
  }
}

const columns: readonly Column[] = [
  { code: 'carrier', kind: 'text' }, { code: 'carrierKind', kind: 'text', choice: 'carrier.kind' }, { code: 'community', kind: 'area' }, { code: 'operating', kind: 'count' }, { code: 'organised', kind: 'count' }, { code: 'organisedShare', kind: 'share' }, { code: 'work', kind: 'count' },
  { code: 'workShare', kind: 'share' }, { code: 'due', kind: 'count' }, { code: 'undone', kind: 'count' }, { code: 'jointBranches', kind: 'count' }, { code: 'societies', kind: 'count' }, { code: 'societiesOrganised', kind: 'count' }, { code: 'state', kind: 'state' },
]
const shareAt = columns.findIndex(({ code }) => code === 'organisedShare'), undoneAt = columns.findIndex(({ code }) => code === 'undone')

function cellsOf(enterprises: Tally = newTally(), societies: Tally = newTally()): Row['cells'] {
  const { operating, organised, work, due, jointBranches, uncovered } = figuresOf(enterprises)
  const undone = due.total - due.covered, others = figuresOf(societies)
  return [operating, organised.covered, organised.share, work.covered, work.share, due.total, undone, jointBranches, others.operating, others.organised.covered, undone > 0 ? 'missing' : operating === 0 ? 'none' : uncovered > 0 ? 'partial' : 'done']
}

const partOf = ({ covered, total }: Rate): { value: number; of: number } => ({ value: covered, of: total })
/** With one decimal, as a sentence tells it; null: nobody has said. */
const percent = ({ share }: Figures['organised']): number | null => (share === null ? null : Math.round(1000 * share) / 10)
