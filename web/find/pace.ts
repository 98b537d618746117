import type { FindAddress } from './address.ts'

/** Whose minutes lead: those of an older person walking slowly, or of a grown-up. */
export type Pace = 'slow' | 'adult'

/** The slow walk, which nobody finds too short, unless one says that he is grown up and under 60, or works here. */
export const paceOf = ({ age, audience }: Pick<FindAddress, 'age' | 'audience'>): Pace => {
  if (audience === 'disabled') return 'slow'
  if (age !== null) return age >= 18 && age < 60 ? 'adult' : 'slow'
  return audience === 'couriers' || audience === 'staff' ? 'adult' : 'slow'
}
