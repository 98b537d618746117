import type { ProfileCode } from '../../geodata/model/catalogue.ts'
import type { Group } from '../../geodata/model/facility.ts'
import type { QueryValues } from './query.ts'

/** Whose eyes the desk looks through: who is counted, at which pace, and over which streets, changed together. */
export const lenses = ['all', '60plus', '80plus', 'children', 'wheelchair'] as const
export type Lens = (typeof lenses)[number]

/** The parts of the question a lens sets. Nobody knows who uses a wheelchair: all residents are counted as if they did. */
export const lensParts: Readonly<Record<Lens, { group: Group; profile: ProfileCode }>> = {
  all: { group: 'all', profile: 'planning' },
  '60plus': { group: '60plus', profile: 'elderly' },
  '80plus': { group: '80plus', profile: 'elderly' },
  children: { group: 'children', profile: 'planning' },
  wheelchair: { group: 'all', profile: 'wheelchair' },
}

/** The lens a question looks through; null: group and pace were chosen one by one. */
export const lensOf = (group: Group, profile: ProfileCode): Lens | null => lenses.find((lens) => lensParts[lens].group === group && lensParts[lens].profile === profile) ?? null

/** What choosing a lens changes of the address; the category's own group is left unsaid. A pace means nothing on straight lines, so that streets are walked. */
export const lensChange = (lens: Lens, defaultGroup: Group | null): Pick<QueryValues, 'group' | 'profile' | 'metric'> => {
  const { group, profile } = lensParts[lens]
  return { group: group === defaultGroup ? null : group, profile, metric: 'network' }
}
