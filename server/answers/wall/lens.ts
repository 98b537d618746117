import { isoInstant } from '../../../geodata/hours/clock.ts'
import { isOpenAt } from '../../../geodata/hours/open.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import type { Question } from '../../../geodata/model/question.ts'
import type { WallLens } from '../../../geodata/model/wall.ts'
import { hoursThen } from '../hours/moment.ts'
import type { OpenCity } from '../open-city.ts'
import { sitesThen } from './boards/sites-then.ts'
import { eveningCategories, eveningOf, knownCategories, mealCategories, wallQuestion } from './reach.ts'

/** What the map asks of every building for a number, on the sites of a day: reached by any of the questions is reached. None: no such site was ever entered. */
export type Lens = { questions: readonly Question[]; overlay: Overlay }

export async function lensOn(open: OpenCity, lens: WallLens, day: string): Promise<Lens> {
  const then = await sitesThen(open, day)
  const known = await knownCategories(open, lens === 'evening' ? eveningCategories : mealCategories)
  if (lens !== 'evening') return { questions: known.flatMap((category) => wallQuestion(open, category) ?? []), overlay: then }
  const { epochMs } = eveningOf(open.hours.calendar, day), hours = hoursThen(open, then)
  const questions = known.flatMap((category) => { const question = wallQuestion(open, category, 'all'); return question ? [{ ...question, at: isoInstant(epochMs) }] : [] })
  const sites = questions.flatMap(({ category }) => sourcesOf(open.city, then, category, 'any').map(({ id }) => id))
  return { questions, overlay: { ...then, shut: new Set(sites.filter((id) => isOpenAt(hours(id), epochMs, open.hours.calendar) !== 'open')) } }
}
