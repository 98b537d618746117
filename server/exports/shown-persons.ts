import type { Entry } from '../../geodata/model/entry.ts'
import type { Organisation } from '../../geodata/model/organisation.ts'
import { sheets, type SheetCode } from '../../geodata/model/sheets/all.ts'
import { fieldsOf } from '../../geodata/model/sheets/references.ts'
import { grouped } from '../../geodata/registers/grouped.ts'
import { protect, type AreaTree } from '../../geodata/registers/protect.ts'
import { hideSmall, type Hiding } from '../security/hide-small.ts'
import type { PlainArea } from './places.ts'

/** Fields of the rows of a sheet that count persons. */
export const personFields = (sheet: SheetCode): string[] => fieldsOf(sheet).flatMap(([name, field]) => (field.kind === 'count' && field.persons ? [name] : []))
export const organisationPersons = ['employees', 'members'] as const

/** The persons of one row: where they count, what tells them from others (a month, a system, an age), and how many there are of each kind; null: not told. */
export type PersonRow = { areas: readonly PlainArea[]; marks: readonly string[]; counts: readonly (number | null)[] }

const marking: ReadonlySet<string> = new Set(['choice', 'month', 'year', 'flag', 'text'])

export function personsOfEntry(entry: Entry, areas: readonly PlainArea[]): PersonRow {
  const fields = Object.entries(sheets[entry.sheet].fields)
  return { areas, marks: fields.flatMap(([name, { kind }]) => (marking.has(kind) ? [String(entry.fields[name] ?? '')] : [])), counts: personFields(entry.sheet).map((name) => countOf(entry.fields[name])) }
}

export const personsOfOrganisation = ({ kind, operating, organised, employees, members }: Organisation, areas: readonly PlainArea[]): PersonRow => ({ areas, marks: [kind, operating ?? '', organised ?? ''], counts: [employees, members] })

const countOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/**
 * What of the persons of rows may be written. Registers tell sums of areas by whatever tells rows apart, through the same blocks of at least k (protect.ts): by
 * all of it, by some, by nothing. A count is written where each of these sums may be known: its area's own sum is told, or nobody is in it; and within an area
 * whose sum is told, as many others are kept back as keep the small ones hidden. All others are not written, nought excepted. O(rows x 2^marks).
 */
export function shownPersons(rows: readonly PersonRow[], k: number): Hiding[][] {
  const hidings = rows.map(({ counts }) => counts.map((): Hiding => 'shown'))
  const width = rows[0]?.counts.length ?? 0, marks = rows[0]?.marks.length ?? 0
  const tree = treeOf(rows)
  const homes = rows.map(({ areas }) => smallest(areas)?.code ?? '')
  for (let column = 0; column < width; column++) {
    const counted = rows.map((_, i) => i).filter((i) => rows[i].counts[column] !== null)
    for (let chosen = 0; chosen < 2 ** Math.min(marks, mostMarks); chosen++) {
      const keyOf = (i: number): string => rows[i].marks.filter((_, mark) => mark >= mostMarks || chosen & (1 << mark)).join('\u0000')
      const told = protect(tree.root, counted.map((i) => ({ area: homes[i], key: keyOf(i), count: rows[i].counts[column] ?? 0 })), k)
      for (const group of grouped(counted, (i) => `${homes[i]}\u0000${keyOf(i)}`).values()) {
        const [area, key] = [homes[group[0]], keyOf(group[0])]
        const isKnown = [area, ...(tree.children.get(area) ?? [])].every((code) => told(code, key) !== null)
        const counts = group.map((i) => rows[i].counts[column] ?? 0)
        const here = isKnown ? hideSmall(counts, k) : counts.map((count): Hiding => (count === 0 ? 'shown' : count < k ? 'few' : 'kept'))
        group.forEach((i, at) => { if (here[at] !== 'shown') hidings[i][column] = here[at] })
      }
    }
  }
  return hidings
}

/** More would be more than a thousand sums; the others always tell rows apart. */
const mostMarks = 8

/** Estates cut across grids and count nobody of their own (register-input.ts). */
const smallest = (areas: readonly PlainArea[]): PlainArea | undefined => areas.findLast(({ level }) => level !== 'estate')

/** The areas of the rows from the top down, by code, as registers sum them; '' is outside all. */
function treeOf(rows: readonly PersonRow[]): { root: AreaTree; children: ReadonlyMap<string, readonly string[]> } {
  const children = new Map<string, Set<string>>()
  for (const { areas } of rows) {
    let above = root
    for (const { code } of areas.filter(({ level }) => level !== 'estate')) {
      children.set(above, (children.get(above) ?? new Set()).add(code))
      above = code
    }
  }
  const sorted = new Map([...children].map(([code, codes]) => [code, [...codes].toSorted()] as const))
  const node = (code: string): AreaTree => ({ code, children: (sorted.get(code) ?? []).map(node) })
  // What lies in no area is in no sum.
  return { root: { code: root, children: [...(sorted.get(root) ?? []).map(node), { code: '', children: [] }] }, children: sorted }
}

const root = '\u0001'
