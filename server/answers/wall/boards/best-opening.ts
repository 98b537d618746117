import { audienceWords } from '../../../../geodata/words/lists.ts'
import { wallAnswerWords } from '../../../../geodata/words/wallBoards.ts'
import { fillSentence } from '../../../../geodata/words/sentence.ts'
import { isTold } from '../../../security/visibility.ts'
import type { BoardAsk } from './board-ask.ts'
import { wallRow, type BoardBody } from './board-body.ts'
import { communityOf, homesIn } from './homes-in.ts'
import { openingGains } from './opening-gains.ts'

/** 开哪家最管用: for each closed canteen or activity room of a unit the residents of the area that it alone would bring in, those of 60 and over beside them. */
export async function bestOpening(ask: BoardAsk): Promise<BoardBody> {
  const { open, at, view, input, language } = ask
  const gains = await openingGains(ask)
  const inside = new Set(homesIn(open.city, at)), { residents } = view.city.buildings
  const sum = (group: 'all' | '60plus', homes: readonly number[]): number | null => (isTold(open, view, group, at) ? homes.reduce((total, i) => total + residents[group][i], 0) : null)
  const rows = gains.flatMap(({ site, homes }) => {
    const own = homes.filter((i) => inside.has(i))
    if (own.length === 0) return []
    const audience = audienceWords[site.admission.audience][language], unit = site.unit === null ? null : (input.unit(site.unit)?.name ?? null)
    // Most sites are called after their unit, which is then said already.
    const note = unit === null || site.name.includes(unit) ? audience : fillSentence(wallAnswerWords.siteNote, { unit, audience }, language)
    const areas = [...new Set(own.flatMap((i) => communityOf(open.city, i) ?? []))].toSorted()
    return [wallRow({ id: site.id, name: site.name, value: sum('all', own), second: { value: sum('60plus', own), of: null }, note, areas, position: [site.position[0], site.position[1]] })]
  })
  return { kind: 'bars', rows, untold: rows.some(({ value }) => value === null) ? 1 : 0, why: gains.length === 0 ? 'none' : rows.length > 0 && rows.every(({ value }) => value === null) ? 'few' : null }
}
