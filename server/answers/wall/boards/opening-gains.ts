import { admits } from '../../../../geodata/kernel/admission.ts'
import { homeKinds } from '../../../../geodata/kernel/home.ts'
import { limitMetresOf } from '../../../../geodata/kernel/question.ts'
import { reachedMetres } from '../../../../geodata/kernel/reached.ts'
import { sourcesOf } from '../../../../geodata/kernel/sources.ts'
import { wayOf } from '../../../../geodata/kernel/way.ts'
import { standsOn } from '../../../../geodata/model/entry.ts'
import type { Facility } from '../../../../geodata/model/facility.ts'
import { registerRecords } from '../../registers/register-records.ts'
import { keptWith } from '../kept.ts'
import { wallQuestion } from '../reach.ts'
import type { BoardAsk } from './board-ask.ts'

/** A site that is shut to the residents its category is for, and the homes that only it would cover. */
export type OpeningGain = { site: Facility; homes: readonly number[] }

/** 食堂 and 活动室. */
const categories = ['canteen', 'activityRoom']
const keep = keptWith<readonly OpeningGain[]>(26)

/** For every such site of a unit in the city, each for itself: kept for each state of the data and each day. One walk from each. */
export const openingGains = (ask: Pick<BoardAsk, 'open' | 'day' | 'sites'>): Promise<readonly OpeningGain[]> => keep(ask.open, ask.day, () => compute(ask))

async function compute({ open, day, sites }: Pick<BoardAsk, 'open' | 'day' | 'sites'>): Promise<readonly OpeningGain[]> {
  const { city, cache } = open, records = (await registerRecords(open)).facilities
  return categories.flatMap((category) => {
    const question = wallQuestion(open, category)
    if (question === null) return []
    const limit = limitMetresOf(city.catalogue, question), before = reachedMetres(city, sites, question, question.group, cache)
    const way = wayOf(city, sites, question)
    // As sources of any kind they let in whoever comes, wherever he lives.
    return sourcesOf(city, sites, category, 'any').flatMap((source): OpeningGain[] => {
      const site = records.get(source.id)
      if (!site || site.unit === null || !standsOn(site, day) || (admits(site.admission, question.group) && site.admission.onlyAreas.length === 0)) return []
      return [{ site, homes: [...way.row(source, limit).buildings].filter((i) => before[i] > limit && city.buildings.kind[i] === homeKinds.home) }]
    }).toSorted((a, b) => (a.site.id < b.site.id ? -1 : 1))
  })
}
