import type { WallBoard, WallRow } from '../../../geodata/contract/wall.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { wallBoardCodes, type WallBoardCode, type WallNumberCode, type WallSubject } from '../../../geodata/model/wall.ts'
import * as number from '../../text/numbers.ts'
import type { WallAnswer, WallChild } from './answer.ts'
import { numberOf, valueOf } from './shading.ts'

/** `code`: of the area it is or lies in, when the wall can go there. */
export type Callout = { id: string; name: string; figure: string; note: string; position: Position; code: string | null }

const mostCallouts = 3

/** The three places where a subject is worst: rows of the board that names places, and where it names none, the areas below by what they lack. */
export const worstOf = (answer: WallAnswer, subject: WallSubject | null, lang: number.Lang): Callout[] => {
  const board = answer.boards.find(({ code }) => code === boardOf(subject))
  const named = board ? rowsOf(board).flatMap((row) => calloutOf(row, answer, board, lang)).slice(0, mostCallouts) : []
  return named.length > 0 ? named : lackingAreas(answer, subject, lang)
}

const calloutOf = (row: WallRow, { children }: WallAnswer, board: WallBoard, lang: number.Lang): Callout[] => {
  const area = children.find(({ code }) => code === row.id) ?? children.find(({ code }) => row.areas.includes(code))
  // A row that lies in many areas is no place.
  const position = row.position ?? (area && (area.code === row.id || row.areas.length === 1) ? placeOf(area) : null)
  if (!position || row.value === null) return []
  const unit = 'unit' in board ? board.unit : ''
  const figure = `${number.count(row.value, lang)}${row.of === null ? '' : ` / ${number.count(row.of, lang)}`}${unit === '' ? '' : `${number.thin}${unit}`}`
  return [{ id: row.id, name: row.name, figure, note: row.note, position, code: area?.code ?? row.areas[0] ?? null }]
}

/** Where more is better, those who most people lack it; otherwise the largest figure. */
const lackingAreas = ({ numbers, children }: WallAnswer, subject: WallSubject | null, lang: number.Lang): Callout[] => {
  const asked = numbers.find(({ code }) => code === numberOf(subject))
  if (!asked) return []
  const ranked = children.flatMap((child) => {
    const { value } = valueOf(child, asked)
    const figure = child.numbers[asked.code]
    const position = placeOf(child)
    if (value === null || !figure || figure.value === null || !position) return []
    const lack = lackOf(figure.value, figure.of, asked.better === 'high')
    return lack === 0 ? [] : [{ child, lack, value, part: figure.value, of: figure.of, position }]
  })
  return ranked.toSorted((one, other) => other.lack - one.lack).slice(0, mostCallouts).map(({ child, value, part, of, position }) => {
    const counted = `${number.count(part, lang)}${of === null ? '' : ` / ${number.count(of, lang)}`}`
    const told = asked.shown === 'share' ? { figure: number.share(value), note: counted } : { figure: `${counted}${number.thin}${asked.unit}`, note: '' }
    return { id: child.code, name: child.name, ...told, position, code: child.code }
  })
}

/** Where more is better, how many are missing; otherwise how many there are. */
export const lackOf = (value: number, of: number | null, moreIsBetter: boolean): number => (moreIsBetter ? (of ?? 0) - value : value)

const rowsOf = (board: WallBoard): readonly WallRow[] => (board.kind === 'halfHours' || board.kind === 'matrix' ? [] : board.rows)

/** Where an area is named, or the middle of its box. */
export const placeOf = ({ label, box }: WallChild): Position | null => label ?? (box ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : null)

const isBoard = (subject: WallSubject): subject is WallBoardCode => (wallBoardCodes as readonly string[]).includes(subject)
const boardOf = (subject: WallSubject | null): WallBoardCode | null => (subject === null ? 'noMeals' : isBoard(subject) ? subject : explains[subject])
/** Which board says where a number is worst. */
const explains: Readonly<Record<WallNumberCode, WallBoardCode | null>> = { meals: 'noMeals', evening: null, leftOut: 'noMeals', rooms: null, opened: null, twoNew: null, vacant: 'fillSeats', requests: 'requestPlaces' }
