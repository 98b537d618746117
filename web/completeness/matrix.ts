import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { completeness } from '../../geodata/contract/completeness.ts'
import type { SlotStanding } from '../../geodata/model/register.ts'
import type { OverlayContent } from '../map/overlay/shapes.ts'
import { classOf } from '../registers/classes.ts'

export type Matrix = AnswerOf<typeof completeness>
export type MatrixRow = Matrix['rows'][number]
export type MatrixCell = MatrixRow['cells'][number]

export const shownStandings = ['built', 'shared', 'underway', 'belowArea', 'missing', 'unknown'] as const satisfies readonly (SlotStanding | 'unknown')[]
export type ShownStanding = (typeof shownStandings)[number]
/** What nobody has entered counts as missing and is drawn apart. */
export const shownOf = ({ standing, known }: MatrixCell): ShownStanding => (known ? standing : 'unknown')

/** The chosen cell in the address: area:item, either side may be empty. Codes hold no colon. */
export const readCell = (text: string | null): { area: string; item: string } => {
  const [area = '', item = ''] = (text ?? '').split(':')
  return { area, item }
}
export const writeCell = (area: string, item: string): string | null => (area === '' && item === '' ? null : `${area}:${item}`)

/** Upper bounds of the classes of complete items: up to half, up to seven tenths, all but complete, complete. */
export const itemClasses = (of: number): number[] => [...new Set([Math.floor(of * 0.5), Math.floor(of * 0.7), of - 1, of])].filter((bound) => bound > 0 || of === 0)

export const matrixContent = ({ level, rows }: Matrix, of: number, chosen: string, hovered: string): OverlayContent => {
  const classes = itemClasses(of)
  return { areas: { level, rows: rows.map(({ code, name, complete }) => ({ code, name, step: classOf(complete, classes) })) }, classes: classes.length, lowIsWorse: true, chosen: chosen || null, hovered: hovered || null }
}

/** Where the arrow keys lead in a grid whose first column is the head of its row; undefined: another key. */
export const stepIn = (key: string, control: boolean, at: { row: number; column: number }, rows: number, columns: number, page: number): { row: number; column: number } | undefined => {
  const { row, column } = at
  const to: Readonly<Record<string, [number, number]>> = {
    ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], PageDown: [row + page, column], PageUp: [row - page, column],
    Home: [control ? 0 : row, 0], End: [control ? rows - 1 : row, columns - 1],
  }
  const found = to[key]
  return found && { row: Math.max(-1, Math.min(rows - 1, found[0])), column: Math.max(0, Math.min(columns - 1, found[1])) }
}
