import type { WallNumber } from '../../../geodata/contract/wall.ts'
import type { WallNumberCode } from '../../../geodata/model/wall.ts'
import { count, dash, day, thin } from '../../text/numbers.ts'
import type { WallAnswer } from './content.ts'
import { fitted, type Report } from './report.ts'
import { areaTitle, factsOf, figureOf, frozenBasis, targetOf, type Saying, type Scene } from './words.ts'

/** Counts that the question itself asks for beside the first. */
const factsAsked: Readonly<Partial<Record<WallNumberCode, number>>> = { leftOut: 1, twoNew: 1, requests: 2 }

const ordinalsOf = (say: Saying): string[] => say('screenExport.report.ordinals').split(/\s/)

/** The answer as a report of one page. */
export function reportOf(answer: WallAnswer, scene: Scene, say: Saying): Report {
  const { lang, today } = scene
  const { strip } = answer
  const area = areaTitle(answer, scene, say)
  const written = (number: WallNumber): string => {
    const { answer: figure, unit } = figureOf(number, lang, say)
    // What nobody has confirmed is not set beside a figure as its target; how many reach it is said below.
    const parts = [say('screenExport.report.number', { question: number.question, answer: `${figure}${unit === '' ? '' : ` ${unit}`}` }), ...factsOf(number, factsAsked[number.code] ?? 0, lang, say), number.target?.confirmed ? targetOf(number, lang, say).replaceAll(/[▲▽] ?/g, '') : '']
    return parts.filter((part) => part !== '').join(say('screenExport.report.comma'))
  }
  const told = answer.numbers.filter(({ value }) => value !== null), untold = answer.numbers.filter(({ value }) => value === null)
  const proposed = told.flatMap(({ target }) => (target && !target.confirmed && target.reached !== null ? [target.reached] : [])), reached = proposed.filter(Boolean).length
  const against = proposed.length === 0 ? '' : say('screenExport.report.proposed', { count: proposed.length, reached, missed: proposed.length - reached })
  const gaps = answer.boards.filter((board) => board.answer !== '')
  const remarks = [untold.length === 0 ? '' : say('screenExport.report.untold', { questions: untold.map(({ question }) => question).join(say('screenExport.report.join')) }), answer.protection === null ? '' : say('screenExport.report.protected', { k: answer.protection.k })].filter((part) => part !== '')
  const report = fitted(plain({
    title: say('screenExport.report.title', { area }), language: lang, day: day(today, lang), signature: say('screenExport.report.signature'),
    opening: say('screenExport.report.opening', {
      day: day(answer.day, lang), area, communities: strip.communities, grids: strip.grids, buildings: strip.buildings, units: strip.units,
      residents: strip.residents === null ? '' : say('screenExport.report.residents', { count: count(strip.residents, lang) }),
      sources: say(answer.demo ? 'screenExport.report.demo' : 'screenExport.report.sources', { date: answer.dataDate === null ? dash : day(answer.dataDate, lang), basis: answer.edition === null && answer.month === null ? '' : say('screenExport.report.basis', { basis: frozenBasis(answer, lang, say, false) }) }),
    }),
    // One paragraph of figures leaves room for what is behind them.
    parts: [
      { heading: say('screenExport.report.part1'), paragraphs: told.length === 0 ? [] : [`${told.map(written).join(say('screenExport.report.join'))}${say('screenExport.report.stop')}${against}`] },
      { heading: say('screenExport.report.part2'), together: true, paragraphs: gaps.map((board, at) => say('screenExport.report.gap', { at: ordinalsOf(say)[at] ?? at + 1, answer: board.answer })) },
      { heading: say('screenExport.report.part3'), paragraphs: remarks },
    ],
  }))
  return { ...report, parts: report.parts.map((part, at) => ({ ...part, heading: say('screenExport.report.heading', { at: ordinalsOf(say)[at] ?? at + 1, heading: part.heading }) })) }
}

/** Official text has no spaces between Chinese and figures. */
function plain(report: Report): Report {
  const of = (text: string): string => (report.language === 'en' ? text : text.replaceAll(thin, '').replaceAll(/ ?\/ ?/g, '/').replaceAll(/(?<=\P{ASCII}) +| +(?=\P{ASCII})/gu, ''))
  return { ...report, title: of(report.title), opening: of(report.opening), day: of(report.day), parts: report.parts.map((part) => ({ ...part, paragraphs: part.paragraphs.map(of) })) }
}
