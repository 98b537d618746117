import type { WallNumber } from '../../../geodata/contract/wall.ts'
import { dayAndMinute } from '../../../geodata/hours/clock.ts'
import { count, dash, day, share, thin, type Lang } from '../../text/numbers.ts'
import { sayIn } from '../../text/saying.ts'
import { screenExportEn } from '../../text/screenExport.en.ts'
import { screenExportZh } from '../../text/screenExport.zh.ts'
import { trendOf } from '../boards/trend.ts'
import type { NumberShown, SheetWords, WallAnswer } from './content.ts'

export type ExportKey = keyof typeof screenExportZh
export type Saying = (key: ExportKey, values?: Readonly<Record<string, string | number>>) => string
export const exportSaying = (lang: Lang): Saying => sayIn<ExportKey>(lang === 'zh' ? screenExportZh : screenExportEn, lang)

/** What of the page a sheet says besides the answer. */
export type Scene = { lang: Lang; attributions: readonly string[]; mapApprovals: readonly string[]; /** City, where no area is asked. */ cityName: string; /** yyyy-mm-dd. */ today: string }

/** Area, or areas, the answer is of. */
export function areaTitle(answer: WallAnswer, { cityName }: Scene, say: Saying): string {
  const { area, only } = answer
  if (only.length === 1) return only[0].name
  if (only.length > 1) return say('screenExport.some', { names: only.slice(0, 2).map(({ name }) => name).join(say('screenExport.and')), count: only.length })
  return area?.name ?? (cityName === '' ? say('screenExport.wholeCity') : cityName)
}

/** What the figures rest on: an edition, a month's end, or the data as they stand. */
export const basisOf = ({ edition, month }: WallAnswer, lang: Lang, say: Saying): string => basis(edition ? say('screenExport.edition', { name: edition.name }) : '', month, lang, say)

/** The same with the day an edition was frozen on and, where there is room, the number it is found by. */
export function frozenBasis({ edition, month }: WallAnswer, lang: Lang, say: Saying, numbered: boolean): string {
  const frozen = edition ? { name: edition.name, day: day(dayAndMinute(Date.parse(edition.frozen)).day, lang), id: edition.id } : null
  return basis(frozen ? say(numbered ? 'screenExport.editionNumbered' : 'screenExport.editionOf', frozen) : '', month, lang, say)
}

const basis = (edition: string, month: string | null, lang: Lang, say: Saying): string =>
  [edition, month === null ? '' : say('screenExport.atMonth', { year: month.slice(0, 4), month: monthOf(month, lang) })].filter((part) => part !== '').join(' · ') || say('screenExport.live')
/** The month of yyyy-mm: a figure, or its English name. */
const monthOf = (month: string, lang: Lang): string | number => (lang === 'zh' ? Number(month.slice(5)) : day(`${month}-01`, lang).split(' ')[1])

/** 72.4 and %; 27 / 49 and its unit. */
export function figureOf({ value, of, shown, unit }: Pick<WallNumber, 'value' | 'of' | 'shown' | 'unit'>, lang: Lang, say: Saying): { answer: string; unit: string } {
  if (value === null) return { answer: dash, unit: say('screenExport.noFigure') }
  if (shown === 'share') return { answer: of === null || of === 0 ? dash : share(value / of), unit: '' }
  return { answer: of === null ? count(value, lang) : `${count(value, lang)} / ${count(of, lang)}`, unit }
}

/** A target is a share where the number is shown as one; one that no source confirms is called a proposal. */
export function targetOf({ target, shown }: Pick<WallNumber, 'target' | 'shown'>, lang: Lang, say: Saying): string {
  if (target === null) return ''
  const told = say(target.confirmed ? 'screenExport.target' : 'screenExport.targetUnconfirmed', { value: shown === 'share' ? share(target.value) : count(target.value, lang) })
  return target.reached === null ? told : say('screenExport.standing', { target: told, sign: say(target.reached ? 'screenExport.reached' : 'screenExport.notReached') })
}

export const factsOf = (number: WallNumber, most: number, lang: Lang, say: Saying): string[] => number.facts.filter(({ value }) => value !== null).slice(0, most).map((fact) => {
  const { answer, unit } = figureOf(fact, lang, say)
  return say('screenExport.fact', { name: fact.name, value: `${answer}${unit === '' ? '' : thin}${unit}` })
})

/** `change`, `untold`: how it moved, and why there is no figure or what it leaves out, in the words of the wall. */
export function numberShown(number: WallNumber, { change, untold }: { change: string; untold: string }, lang: Lang, say: Saying): NumberShown {
  const { fresh, months, shown } = number
  const dated = fresh.state === 'ageing' || fresh.state === 'old' ? say(`screenExport.${fresh.state}`, { date: fresh.date === null ? dash : day(fresh.date, lang) }) : ''
  return {
    question: number.question, ...(number.value === null ? { answer: dash, unit: untold } : figureOf(number, lang, say)), states: [targetOf(number, lang, say), change].filter((part) => part !== ''),
    notes: [number.value === null ? '' : untold, dated, ...factsOf(number, number.facts.length, lang, say)].filter((part) => part !== ''),
    trend: trendOf(months, shown, null).points.map((point) => (point === null ? null : 1 - point.y / 100)),
  }
}

export function notesOf(answer: WallAnswer, { attributions, mapApprovals, lang, today }: Scene, say: Saying): string[] {
  const sources = answer.demo ? [say('screenExport.demoSource'), ...attributions] : attributions
  return [
    [answer.dataDate === null ? '' : say('screenExport.dataDate', { date: day(answer.dataDate, lang) }), frozenBasis(answer, lang, say, true), say('screenExport.madeOn', { date: day(today, lang) })].filter((part) => part !== '').join('  ·  '),
    [sources.length === 0 ? '' : say('screenExport.source', { source: sources.join(say('screenExport.and')) }), ...mapApprovals.map((number) => say('screenExport.approval', { number })), say('screenExport.boundaries')].filter((part) => part !== '').join('  ·  '),
    ...(answer.protection ? [answer.protection.sentence] : []),
  ]
}

/** Words of the sheet itself; those of its boards come from the wall. */
export const sheetWords = (say: Saying): Omit<SheetWords, 'figure' | 'note' | 'said' | 'gapRule'> => ({
  metres: say('screenExport.metres'), kilometres: say('screenExport.kilometres'), scaleInMiddle: (length) => say('screenExport.scaleInMiddle', { length }), north: say('screenExport.north'),
  more: (left) => say('screenExport.more', { count: left }), noCode: say('screenExport.noCode'), squares: say('screenExport.squares'), hour: (hour) => say('screenExport.hour', { hour }),
})

