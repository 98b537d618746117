import { admits } from '../../../../geodata/kernel/admission.ts'
import { homeKinds } from '../../../../geodata/kernel/home.ts'
import { limitMetresOf } from '../../../../geodata/kernel/question.ts'
import { reachedMetres } from '../../../../geodata/kernel/reached.ts'
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
const everyone = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const

const keep = keptWith<readonly OpeningGain[]>(26)

/** For every such site of a unit in the city, each for itself: kept for each state of the data and each day. O(sites x buildings). */
export const openingGains = (ask: Pick<BoardAsk, 'open' | 'day' | 'sites'>): Promise<readonly OpeningGain[]> => keep(ask.open, ask.day, () => compute(ask))

async function compute({ open, day, sites: then }: Pick<BoardAsk, 'open' | 'day' | 'sites'>): Promise<readonly OpeningGain[]> {
  const { city, cache } = open
  const sites = [...(await registerRecords(open)).facilities.values()].filter((site) => site.unit !== null && standsOn(site, day)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return categories.flatMap((category) => {
    const question = wallQuestion(open, category)
    if (question === null) return []
    const limit = limitMetresOf(city.catalogue, question), before = reachedMetres(city, then, question, question.group, cache)
    return sites.filter((site) => site.category === category && (!admits(site.admission, question.group) || site.admission.onlyAreas.length > 0)).map((site): OpeningGain => {
      const after = reachedMetres(city, { ...then, admissions: [{ facility: site.id, admission: everyone }] }, question, question.group, cache)
      const homes: number[] = []
      for (let i = 0; i < after.length; i++) if (after[i] <= limit && before[i] > limit && city.buildings.kind[i] === homeKinds.home) homes.push(i)
      return { site, homes }
    })
  })
}
