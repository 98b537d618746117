import type { WallNumber } from '../../../geodata/contract/wall.ts'
import { count, dash, day, share, thin, type Lang } from '../../text/numbers.ts'
import { sayIn } from '../../text/saying.ts'
import { screenExportEn } from '../../text/screenExport.en.ts'
import { screenExportZh } from '../../text/screenExport.zh.ts'
import type { NumberShown, SheetWords, WallAnswer } from './content.ts'
import { fitted, type Report } from './report.ts'

export type ExportKey = keyof typeof screenExportZh
export type Saying = (key: ExportKey, values?: Readonly<Record<string, string | number>>) => string
export const exportSaying = (lang: Lang): Saying => sayIn<ExportKey>(lang === 'zh' ? screenExportZh : screenExportEn, lang)

/** What of the page a sheet says besides the answer. */
export type Scene = { lang: Lang; attribution: string; mapApproval: string; /** City, where no area is asked. */ cityName: string; /** yyyy-mm-dd. */ today: string }

/** Area, or areas, the answer is of. */
export function areaTitle(answer: WallAnswer, { cityName }: Scene, say: Saying): string {
  const { area, only } = answer
  if (only.length === 1) return only[0].name
  if (only.length > 1) return say('screenExport.some', { names: only.slice(0, 2).map(({ name }) => name).join('、'), count: only.length })
  return area?.name ?? (cityName === '' ? say('screenExport.wholeCity') : cityName)
}

/** What the figures rest on: an edition, a month's end, or the data as they stand. */
export function basisOf({ edition, month }: WallAnswer, say: Saying): string {
  return [edition ? say('screenExport.edition', { name: edition.name }) : '', month === null ? '' : say('screenExport.atMonth', { month })].filter((part) => part !== '').join(' · ') || say('screenExport.live')
}

/** 72.4 and %; 27 / 49 and its unit. */
export function figureOf({ value, of, shown, unit }: Pick<WallNumber, 'value' | 'of' | 'shown' | 'unit'>, lang: Lang, say: Saying): { answer: string; unit: string } {
  if (value === null) return { answer: dash, unit: say('screenExport.noFigure') }
  if (shown === 'share') return { answer: of === null || of === 0 ? dash : share(value / of), unit: '' }
  return { answer: of === null ? count(value, lang) : `${count(value, lang)} / ${count(of, lang)}`, unit }
}

/** A target is a share where the number is shown as one. */
const targetOf = (number: WallNumber, lang: Lang): string => (number.target === null ? '' : number.shown === 'share' ? share(number.target.value) : count(number.target.value, lang))

export function numberShown(number: WallNumber, lang: Lang, say: Saying): NumberShown {
  const facts = number.facts.map((fact) => {
    const { answer, unit } = figureOf(fact, lang, say)
    return say('screenExport.fact', { name: fact.name, value: `${answer}${unit === '' ? '' : thin}${unit}` })
  })
  const { target } = number
  return {
    question: number.question, ...figureOf(number, lang, say), note: facts.join('  ·  '),
    target: target === null ? '' : say('screenExport.target', { value: targetOf(number, lang), sign: target.reached === null ? '' : say(target.reached ? 'screenExport.reached' : 'screenExport.notReached') }),
  }
}

export function notesOf(answer: WallAnswer, { attribution, mapApproval, lang, today }: Scene, say: Saying): string[] {
  return [
    [answer.dataDate === null ? '' : say('screenExport.dataDate', { date: day(answer.dataDate, lang) }), basisOf(answer, say), say('screenExport.madeOn', { date: day(today, lang) })].filter((part) => part !== '').join('  ·  '),
    [attribution === '' ? '' : say('screenExport.source', { source: attribution }), mapApproval === '' ? '' : say('screenExport.approval', { number: mapApproval }), say('screenExport.boundaries')].filter((part) => part !== '').join('  ·  '),
    ...(answer.protection ? [answer.protection.sentence] : []),
  ]
}

export const sheetWords = (say: Saying): SheetWords => ({
  metres: say('screenExport.metres'), kilometres: say('screenExport.kilometres'), scaleInMiddle: (length) => say('screenExport.scaleInMiddle', { length }), north: say('screenExport.north'),
  more: (left) => say('screenExport.more', { count: left }), view: say('screenExport.view'), few: say('screenExport.few'), hour: (hour) => say('screenExport.hour', { hour }),
})

/** The answer as a report of one page. */
export function reportOf(answer: WallAnswer, scene: Scene, say: Saying): Report {
  const { lang, today } = scene
  const { strip } = answer
  const area = areaTitle(answer, scene, say)
  const numbers = answer.numbers.filter(({ value }) => value !== null).map((number) => {
    const { answer: written, unit } = figureOf(number, lang, say)
    const { target } = number
    return say('screenExport.report.number', {
      question: number.question, answer: written, unit: unit === '' ? '' : `${thin}${unit}`,
      target: target === null ? '' : say('screenExport.report.target', { value: targetOf(number, lang), sign: target.reached === null ? '' : say(target.reached ? 'screenExport.report.reached' : 'screenExport.report.notReached') }),
    })
  })
  return fitted({
    title: say('screenExport.report.title', { area }), language: lang, day: day(today, lang), signature: say('screenExport.report.signature'),
    opening: say('screenExport.report.opening', {
      day: day(answer.day, lang), area, communities: strip.communities, grids: strip.grids, buildings: strip.buildings, units: strip.units,
      residents: strip.residents === null ? '' : say('screenExport.report.residents', { count: count(strip.residents, lang) }),
      sources: say(answer.demo ? 'screenExport.report.demo' : 'screenExport.report.sources', { date: answer.dataDate === null ? dash : day(answer.dataDate, lang), edition: basisOf(answer, say) }),
    }),
    // One paragraph of figures leaves room for what is behind them.
    parts: [
      { heading: say('screenExport.report.part1'), paragraphs: [`${numbers.join(say('screenExport.report.join'))}${say('screenExport.report.stop')}`] },
      { heading: say('screenExport.report.part2'), paragraphs: answer.boards.filter((board) => board.answer !== '').map((board) => board.answer) },
    ],
  })
}
