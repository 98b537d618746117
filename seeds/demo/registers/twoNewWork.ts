import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Organisation, WorkCover } from '../../../geodata/model/organisation.ts'
import type { Dice } from '../dice.ts'
import type { Garden } from './garden.ts'
import { row } from './row.ts'
import type { Carrier } from './twoNewCarriers.ts'
import type { Draft } from './twoNewFirms.ts'

/** Of those covered by work alone: 党建指导员, 联络员, the rest 群团. */
const workShares = { instructor: 0.6, liaison: 0.27 } as const
/** Of joint ones so many have an instructor as well. */
const jointWithInstructor = 0.2
/** Attached to another organisation: so many of those covered by work, and of those not covered. */
const attached = { workOnly: 6, uncovered: 2 } as const

/** Who is where: one instructor's desk at each carrier and each street, with room for some of those who wait. Gives firms their work cover. */
export function instructorEntries(garden: Garden, drafts: readonly Draft[], carriers: readonly Carrier[], dice: Dice): CityRecord[] {
  const desks = [
    ...carriers.map(({ id, name, kind, communities }) => ({ name: `${name}党建指导员`, area: communities[0], carrier: id, count: kind === 'tower' ? 2 : 1, room: dice.whole(0, kind === 'tower' ? 3 : 2) })),
    ...garden.streets.map(({ code, name }) => ({ name: `${name}党建指导员`, area: code, carrier: null, count: 4, room: 5 })),
  ].map((desk, at) => ({ id: `two-new-instructor-${at + 1}`, ...desk }))
  const deskOf = ({ carrier, community }: Organisation): string | null => {
    const street = garden.communities.find(({ code }) => code === community)?.street
    return (desks.find((desk) => desk.carrier !== null && desk.carrier === carrier) ?? desks.find((desk) => desk.carrier === null && desk.area === street))?.id ?? null
  }
  for (const draft of drafts) {
    const work = workOf(draft, dice)
    if (work !== null) draft.organisation = { ...draft.organisation, work, instructor: work === 'instructor' ? deskOf(draft.organisation) : null }
  }
  for (const mode of ['workOnly', 'uncovered'] as const) {
    for (const draft of drafts.filter((one) => one.mode === mode && one.organisation.members !== null && one.organisation.members < 3).filter((_, at) => at % 20 === 3).slice(0, attached[mode])) draft.organisation = { ...draft.organisation, organised: 'attached' }
  }
  return desks.map(({ id, name, area, carrier, count, room }) => row('instructor', id, { carrier, count, room, title: '党建指导员' }, { name, area }))
}

function workOf({ mode }: Draft, dice: Dice): WorkCover | null {
  const roll = dice.share()
  if (mode === 'workOnly') return roll < workShares.instructor ? 'instructor' : roll < workShares.instructor + workShares.liaison ? 'liaison' : 'massOrganisation'
  return mode === 'joint' && roll < jointWithInstructor ? 'instructor' : null
}
