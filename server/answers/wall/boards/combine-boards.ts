import type { WallBoard, WallRow } from '../../../../geodata/contract/wall.ts'
import type { Language } from '../../../../geodata/words/sentence.ts'
import { newerOf } from '../fresh.ts'
import { answerOf } from './answer-of.ts'
import { ordered, worse } from './order.ts'

/** Rows a board has room for: a wall shows what is asked after, the drawer all. */
const mostRows = 12

/**
 * The boards of several areas put together, by board: rows of one id are added, counts and half hours too, tables stand one below the other, and only then the list is
 * cut; figures that are not told are in no sum and counted as untold. Of one area it is that area's own boards, cut. Areas are told apart: none is part of another.
 */
export function combineBoards(parts: readonly (readonly WallBoard[])[], language: Language): WallBoard[] {
  const [first = []] = parts
  return first.map(({ code }) => cut(withAnswer(inOrder(parts.flatMap((boards) => boards.filter((board) => board.code === code)).reduce(together)), language)))
}

function together(a: WallBoard, b: WallBoard): WallBoard {
  const head = { fresh: newerOf(a.fresh, b.fresh), untold: a.untold + b.untold, why: a.why === null || b.why === null ? null : a.why === b.why ? a.why : 'few' as const }
  if (a.kind === 'halfHours' && b.kind === 'halfHours') {
    return { ...a, ...head, covered: a.covered.map((count, h) => sum(count, b.covered[h])), open: a.open.map((count, h) => count + b.open[h]), total: sum(a.total, b.total), areas: [...(a.areas ?? []), ...(b.areas ?? [])] }
  }
  if (a.kind === 'matrix' && b.kind === 'matrix') {
    const seen = new Set(a.rows.map(({ code }) => code))
    return { ...a, ...head, columns: a.columns.length > 0 ? a.columns : b.columns, rows: [...a.rows, ...b.rows.filter(({ code }) => !seen.has(code))] }
  }
  if (a.kind === 'halfHours' || a.kind === 'matrix' || b.kind === 'halfHours' || b.kind === 'matrix') throw new RangeError(`board ${a.code}: expected two of one kind, got ${a.kind} and ${b.kind}`)
  const rows = new Map<string, WallRow>()
  for (const row of [...a.rows, ...b.rows]) {
    const known = rows.get(row.id)
    rows.set(row.id, known ? added(known, row) : row)
  }
  return { ...a, ...head, rows: [...rows.values()], total: rows.size }
}

function added(a: WallRow, b: WallRow): WallRow {
  const second = a.second === null || b.second === null ? (a.second ?? b.second) : { value: sum(a.second.value, b.second.value), of: sum(a.second.of, b.second.of) }
  return { ...a, value: sum(a.value, b.value), of: sum(a.of, b.of), second, state: worse(a.state, b.state), note: a.note === '' ? b.note : a.note, areas: [...new Set([...a.areas, ...b.areas])].toSorted(), position: a.position ?? b.position }
}

/** What is not told adds nothing; of nothing told no sum is told. */
const sum = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b)

const withAnswer = (board: WallBoard, language: Language): WallBoard => ({ ...board, answer: answerOf(board, language) })

/** Tables have the least complete first. */
function inOrder(board: WallBoard): WallBoard {
  if (board.kind === 'halfHours') return board
  if (board.kind === 'matrix') return { ...board, rows: board.rows.toSorted((a, b) => there(a.cells) - there(b.cells) || (a.code < b.code ? -1 : 1)) }
  return { ...board, rows: ordered(board.code, board.rows) }
}

function cut(board: WallBoard): WallBoard {
  if (board.kind === 'halfHours' || board.kind === 'matrix') return board
  const rows = board.code === 'noMeals' ? board.rows.filter(({ value }) => value !== 0) : board.rows
  return { ...board, rows: rows.slice(0, mostRows), total: rows.length }
}

const there = (cells: readonly string[]): number => cells.filter((standing) => standing === 'built' || standing === 'shared').length
