import { isCovered, isDue, type Firm } from './firm.ts'

/** Sums over organisations of one kind in one cut. */
export type Tally = {
  registered: number; shell: number; closed: number; duplicate: number
  /** Of those counted: nobody has looked whether it operates; nobody has said how it is organised; said nothing of what covers it. */
  unchecked: number; unsaid: number; silent: number
  single: number; joint: number; attached: number; work: number
  due: number; dueDone: number
  /** Persons; null: said of none. */
  members: number | null; employees: number | null
  /** Ids of joint branches. */
  branches: Set<string>
}

export const newTally = (): Tally => ({ registered: 0, shell: 0, closed: 0, duplicate: 0, unchecked: 0, unsaid: 0, silent: 0, single: 0, joint: 0, attached: 0, work: 0, due: 0, dueDone: 0, members: null, employees: null, branches: new Set() })

/** Counts one organisation; `least`: full members from which it shall have an organisation of its own. */
export function addFirm(tally: Tally, { organisation, exclusion }: Firm, least: number): void {
  tally.registered++
  if (exclusion !== null) {
    tally[exclusion.reason]++
    return
  }
  const { operating, organised, work, instructor, branch, members, employees } = organisation
  if (operating === null) tally.unchecked++
  if (organised === null) tally.unsaid++
  if (organised === null && work === null && instructor === null) tally.silent++
  if (organised === 'single') tally.single++
  else if (organised === 'joint') {
    tally.joint++
    if (branch !== null) tally.branches.add(branch)
  } else if (organised === 'attached') tally.attached++
  if (isCovered(organisation)) tally.work++
  if (isDue(organisation, least)) {
    tally.due++
    if (organised === 'single') tally.dueDone++
  }
  if (members !== null) tally.members = (tally.members ?? 0) + members
  if (employees !== null) tally.employees = (tally.employees ?? 0) + employees
}

/** Adds what another tally of the same kind counted. */
export function addTally(tally: Tally, part: Tally): void {
  for (const name of counted) tally[name] += part[name]
  if (part.members !== null) tally.members = (tally.members ?? 0) + part.members
  if (part.employees !== null) tally.employees = (tally.employees ?? 0) + part.employees
  for (const branch of part.branches) tally.branches.add(branch)
}
const counted = ['registered', 'shell', 'closed', 'duplicate', 'unchecked', 'unsaid', 'silent', 'single', 'joint', 'attached', 'work', 'due', 'dueDone'] as const

export type Rate = { covered: number; total: number; /** 0..1; null: nothing to divide by, or nobody has said of any of them. */ share: number | null }
export type Figures = {
  registered: number; excluded: { shell: number; closed: number; duplicate: number }; operating: number; unchecked: number; unsaid: number
  overRegistered: Rate; organised: Rate; single: Rate; joint: Rate; attached: Rate; work: Rate; workOnly: number; uncovered: number; due: Rate
  members: number | null; employees: number | null; jointBranches: number
}

/** What is told of a tally: 组织覆盖率 = (single + joint) / operating, 工作覆盖率 = (organised or with work cover) / operating (DOMAIN.md 4.2). */
export function figuresOf({ registered, shell, closed, duplicate, unchecked, unsaid, silent, single, joint, attached, work, due, dueDone, members, employees, branches }: Tally): Figures {
  const operating = registered - shell - closed - duplicate
  const organised = single + joint
  const said = unsaid < operating
  const rate = (covered: number, total: number, isSaid = said): Rate => ({ covered, total, share: total > 0 && isSaid ? covered / total : null })
  return {
    registered, excluded: { shell, closed, duplicate }, operating, unchecked, unsaid,
    overRegistered: rate(organised, registered), organised: rate(organised, operating), single: rate(single, operating), joint: rate(joint, operating), attached: rate(attached, operating), work: rate(work, operating, silent < operating),
    workOnly: work - organised, uncovered: operating - work, due: rate(dueDone, due), members, employees, jointBranches: branches.size,
  }
}
