import type { CellKind } from '../../geodata/model/register.ts'
import { registerStates, type RegisterState } from '../../geodata/model/register.ts'
import { useWords } from '../composables/words.ts'
import { useSpeechStore } from '../stores/speech.ts'
import * as number from '../text/numbers.ts'
import type { Cell } from './sorting.ts'

export const stateOf = (cell: Cell): RegisterState | null => registerStates.find((state) => state === cell) ?? null
/** The worst first. */
export const stateRank = (cell: Cell): number => ['missing', 'late', 'due', 'partial', 'done', 'none'].indexOf(String(cell))
/** A year is a name, not an amount: written without a space and to the left. */
export const isYear = (column: string): boolean => /^(year|.*Year)$/.test(column)
/** Kinds that are written as figures, to the right. */
export const isFigure = (kind: CellKind): boolean => !['text', 'state', 'area', 'day', 'month'].includes(kind)

/** Values of registers in the reader's words, by the kind of their column. */
export const useFigures = () => {
  const speech = useSpeechStore()
  const words = useWords()

  const month = (iso: string): string => {
    const [year = '', at = ''] = iso.split('-')
    return speech.lang === 'zh' ? speech.say('reg.month', { year, month: Number(at) }) : `${number.day(`${iso}-01`, 'en').replace(/^1 /, '')}`
  }
  const yuan = (value: number): string => speech.say('reg.yuan', { count: number.count(value, speech.lang) })
  const figure = (value: number, kind: CellKind): string => {
    if (kind === 'share') return number.share(value)
    if (kind === 'yuan') return yuan(value)
    if (kind === 'squareMetres') return speech.say('unit.squareMetres', { metres: number.exact(value) })
    if (kind === 'days') return speech.say('reg.days', { count: number.exact(value) })
    if (kind === 'ratio' || kind === 'score') return String(Math.round(value * 10) / 10)
    return Number.isInteger(value) ? number.exact(value) : String(Math.round(value * 100) / 100)
  }
  /** A cell as text; nothing known is a dash. What is too few to be told is said by FewFigure. */
  const cell = (value: Cell, kind: CellKind): string => {
    if (value === null || value === '') return number.dash
    if (typeof value === 'boolean') return speech.say(value ? 'reg.yes' : 'reg.no')
    if (typeof value === 'number') return figure(value, kind)
    if (kind === 'day') return words.day(value)
    if (kind === 'month') return month(value)
    return value
  }
  return { cell, figure, month }
}
