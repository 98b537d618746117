import { isoInstant } from '../../../geodata/hours/clock.ts'
import { isOpenAt } from '../../../geodata/hours/open.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import type { WallLens } from '../../../geodata/model/wall.ts'
import { hoursThen } from '../hours/moment.ts'
import type { OpenCity } from '../open-city.ts'
import { sitesThen } from './boards/sites-then.ts'
import { eveningCategories, eveningOf, wallQuestion } from './reach.ts'

/** What the map asks of every building for a number, on the sites of a day: reached by any of the questions is reached. */
export type Lens = { questions: readonly Question[]; overlay: Overlay }

export async function lensOn(open: OpenCity, lens: WallLens, day: string): Promise<Lens> {
  const then = await sitesThen(open, day)
  if (lens !== 'evening') return { questions: [wallQuestion(open, 'canteen')].filter((question) => question !== null), overlay: then }
  const { epochMs } = eveningOf(open.hours.calendar, day), hours = hoursThen(open, then)
  const questions = eveningCategories.flatMap((category) => { const question = wallQuestion(open, category, 'all'); return question ? [{ ...question, at: isoInstant(epochMs) }] : [] })
  const sites = questions.flatMap(({ category }) => sourcesOf(open.city, then, category, 'any').map(({ id }) => id))
  return { questions, overlay: { ...then, shut: new Set(sites.filter((id) => isOpenAt(hours(id), epochMs, open.hours.calendar) !== 'open')) } }
}
