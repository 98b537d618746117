import type { Issue } from './issue.ts'
import { issue } from './issue.ts'
import type { Result } from './result.ts'
import { failed, made } from './result.ts'

/** A published instance of choosing sites in OR-Library's formats (J. E. Beasley 1990, doi:10.1057/jors.1990.166). */
export type LocationFile =
  /** An undirected graph whose nodes are demands and sites at once. Of an edge that is named twice the later length counts. */
  | { format: 'pmed'; nodes: number; sites: number; edges: { from: number; to: number; length: number }[] }
  /** Points in the plane that are demands and sites at once; `published`: the best value known to whoever made the file. */
  | { format: 'pmedcap'; number: number; published: number; sites: number; seats: number; x: Int32Array; y: Int32Array; needs: Int32Array }
export type LocationFormat = LocationFile['format']
export const locationFormats = ['pmed', 'pmedcap'] as const satisfies readonly LocationFormat[]

/** Shortest ways between all nodes are kept: 72 MB at so many. */
export const mostLocationNodes = 3000
const largest = 1_000_000

/** Whole numbers line by line, blank lines passed over. The first fault stops it: where, expected, found. */
export function readLocation(text: string, format: LocationFormat, file: string): Result<LocationFile> {
  const lines = text.split(/\r?\n/).flatMap((line, at) => (line.trim() === '' ? [] : [{ number: at + 1, text: line.trimEnd() }]))
  if (lines.length === 0) return failed(issue('fileEmpty', file))
  return format === 'pmed' ? readGraph(lines, file) : readPoints(lines, file)
}

type Line = { number: number; text: string }
type Field = { name: string; from: number; to: number }

function readGraph(lines: readonly Line[], file: string): Result<LocationFile> {
  const head = fieldsOf(lines[0], [field('n', 2, mostLocationNodes), field('m', 1, largest), field('p', 1, mostLocationNodes)], file)
  if (!head.ok) return head
  const [nodes, count, sites] = head.value
  if (sites > nodes) return failed(issue('locationRange', file, at(lines[0]), { what: 'p', from: 1, to: nodes, found: sites }))
  if (lines.length - 1 !== count) return failed(issue('locationLines', file, at(lines[lines.length - 1]), { expected: count, found: lines.length - 1 }))
  const edges: { from: number; to: number; length: number }[] = []
  for (const line of lines.slice(1)) {
    const row = fieldsOf(line, [field('i', 1, nodes), field('j', 1, nodes), field('c', 0, largest)], file)
    if (!row.ok) return row
    edges.push({ from: row.value[0] - 1, to: row.value[1] - 1, length: row.value[2] })
  }
  const apart = unreached(nodes, edges)
  if (apart >= 0) return failed(issue('locationApart', file, null, { found: apart + 1 }))
  return made({ format: 'pmed', nodes, sites, edges })
}

function readPoints(lines: readonly Line[], file: string): Result<LocationFile> {
  const first = fieldsOf(lines[0], [field('number', 0, largest), field('best', 0, largest * 1000)], file)
  if (!first.ok) return first
  if (lines.length < 2) return failed(issue('locationLines', file, at(lines[0]), { expected: 1, found: 0 }))
  const second = fieldsOf(lines[1], [field('n', 2, mostLocationNodes), field('p', 1, mostLocationNodes), field('Q', 1, largest)], file)
  if (!second.ok) return second
  const [count, sites, seats] = second.value
  if (sites > count) return failed(issue('locationRange', file, at(lines[1]), { what: 'p', from: 1, to: count, found: sites }))
  if (lines.length - 2 !== count) return failed(issue('locationLines', file, at(lines[lines.length - 1]), { expected: count, found: lines.length - 2 }))
  const x = new Int32Array(count), y = new Int32Array(count), needs = new Int32Array(count)
  for (let k = 0; k < count; k++) {
    const row = fieldsOf(lines[k + 2], [field('number', k + 1, k + 1), field('x', -largest, largest), field('y', -largest, largest), field('q', 0, seats)], file)
    if (!row.ok) return row
    x[k] = row.value[1]
    y[k] = row.value[2]
    needs[k] = row.value[3]
  }
  return made({ format: 'pmedcap', number: first.value[0], published: first.value[1], sites, seats, x, y, needs })
}

const field = (name: string, from: number, to: number): Field => ({ name, from, to })
const at = (line: Line): Issue['place'] => ({ line: line.number, column: 1 })

function fieldsOf(line: Line, fields: readonly Field[], file: string): Result<number[]> {
  const found = [...line.text.matchAll(/\S+/g)], words = found.map(([word]) => word)
  if (words.length !== fields.length) return failed(issue('locationNumbers', file, at(line), { expected: fields.length, what: fields.map(({ name }) => name).join(' '), found: line.text.trim().slice(0, 60) }))
  const wrong = fields.findIndex(({ from, to }, k) => !/^-?\d+$/.test(words[k]) || Number(words[k]) < from || Number(words[k]) > to)
  if (wrong < 0) return made(words.map(Number))
  return failed(issue('locationRange', file, { line: line.number, column: found[wrong].index + 1 }, { what: fields[wrong].name, from: fields[wrong].from, to: fields[wrong].to, found: words[wrong].slice(0, 60) }))
}

/** A node that cannot be reached from the first one; -1: all can. */
function unreached(nodes: number, edges: readonly { from: number; to: number }[]): number {
  const next: number[][] = Array.from({ length: nodes }, () => [])
  for (const { from, to } of edges) {
    next[from].push(to)
    next[to].push(from)
  }
  const seen = new Uint8Array(nodes), waiting = [0]
  seen[0] = 1
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) for (const other of next[node]) if (!seen[other]) {
    seen[other] = 1
    waiting.push(other)
  }
  return seen.indexOf(0)
}
