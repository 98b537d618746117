import type { Question } from '../../geodata/model/question.ts'
import type { Asked } from '../stores/question.ts'

/** The question of the address as the kernel takes it; null while the limit is not known. */
export const kernelQuestion = ({ category, area, minutes, metres, metric = 'network', profile = 'planning', group = 'all', at }: Asked): Question | null => {
  const limit = minutes !== undefined ? { minutes } : metres !== undefined ? { metres } : null
  return limit && { category, area: area ?? null, limit, metric, profile, group, at: at ?? null }
}

/** Beyond this many buildings the pack of the whole city is too much for a page: that of the area asked about is fetched. */
const mostBuildings = 200_000

/** The area whose pack answers the question; null: of no area, the whole city's. */
export const packArea = (question: Question, buildings: number, bound: boolean): string | null => (bound || buildings > mostBuildings ? question.area : null)
