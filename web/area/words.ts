import type { CellKind } from '../../geodata/model/register.ts'
import { useWords } from '../composables/words.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { dash } from '../text/numbers.ts'
import { comparable, kindCompared, type AreaFigure } from './figures.ts'

/** Figures of an area in the reader's words. */
export const useAreaWords = () => {
  const speech = useSpeechStore()
  const words = useWords()

  const byKind = (value: number | null, kind: CellKind): string => {
    if (value === null) return dash
    if (kind === 'share') return words.share(value)
    if (kind === 'squareMetres') return speech.say('unit.squareMetres', { metres: words.exact(value) })
    if (kind === 'days') return speech.say('areaPage.days', { days: words.exact(value) })
    if (kind === 'yuan') return speech.say('areaPage.yuan', { yuan: words.count(value) })
    return kind === 'ratio' || kind === 'score' || !Number.isInteger(value) ? String(Math.round(value * 10) / 10) : words.count(value)
  }
  /** A part of a whole with its whole. */
  const figure = ({ value, of, kind }: Pick<AreaFigure, 'value' | 'of' | 'kind'>): string =>
    (of === null || value === null ? byKind(value, kind) : speech.say('areaPage.part', { part: kind === 'squareMetres' ? words.exact(value) : byKind(value, kind === 'share' ? 'count' : kind), whole: byKind(of, kind === 'share' ? 'count' : kind) }))
  const share = (one: AreaFigure): string => (one.of === null ? '' : words.share(comparable(one)))
  const median = (one: AreaFigure): string => byKind(one.median, kindCompared(one))
  /** A difference with its sign; shares in points of a hundred. */
  const difference = (by: number, kind: CellKind): string => {
    const sign = by > 0 ? '+' : by < 0 ? '−' : '±'
    if (kind === 'share') return speech.say('areaPage.points', { points: `${sign}${(Math.abs(by) * 100).toFixed(1)}` })
    return `${sign}${byKind(Math.abs(by), kind)}`
  }
  const month = (iso: string): string => {
    const [year = '', number = ''] = iso.split('-')
    return speech.say('areaPage.month', { year, month: Number(number) })
  }
  return { byKind, figure, share, median, difference, month, words }
}
