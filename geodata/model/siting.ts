export const sitingObjectives = ['maxCover', 'setCover', 'pMedian', 'pCentre'] as const
/**
 * maxCover: most residents within the limit by k steps. setCover: fewest steps (or least cost) to a target share. pMedian: least person-metres to the nearest
 * site. pCentre: least longest walk of anybody who can walk to a site at all.
 */
export type SitingObjective = (typeof sitingObjectives)[number]

export type SitingWish = {
  objective: SitingObjective
  /** Most steps; of setCover ignored. 1 or more. */
  k: number
  /** Of setCover, 0..1 of the residents of the asked group; null elsewhere. */
  targetShare: number | null
  /** Indexes of candidates that are taken in any case, and that are not to be taken. */
  locked: readonly number[]
  excluded: readonly number[]
  budgetYuan: number | null
  /** Second aim, 0..1: 0 counts residents alone, 1 residential land alone, each as a share of its total. */
  landWeight: number
  /** A site serves no more than its seats allow. */
  countsSeats: boolean
}
