import type { Admission, Group } from '../model/facility.ts'

/** Whole years of each group, inclusive; 150 stands for "no upper bound". */
const groupAges: Readonly<Record<Group, readonly [from: number, to: number]>> = { all: [0, 150], '60plus': [60, 150], '80plus': [80, 150], children: [0, 14] }

/**
 * Whether a site lets in every member of the group, place of residence aside. Only `everyone` and, for the older groups, `retired`
 * promise that; who retires earlier than 60 is not settled, so `retired` admits neither all nor children.
 */
export function admits(admission: Admission, group: Group): boolean {
  const older = group === '60plus' || group === '80plus'
  if (admission.audience !== 'everyone' && !(admission.audience === 'retired' && older)) return false
  const [from, to] = groupAges[group]
  return (admission.minAge ?? 0) <= from && (admission.maxAge ?? 150) >= to
}
