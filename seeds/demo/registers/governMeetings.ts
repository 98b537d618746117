import type { CityRecord } from '../../../geodata/model/city.ts'
import type { MeetingKind } from '../../../geodata/model/sheets/govern.ts'
import type { Dice } from '../dice.ts'
import { shuffled } from '../names.ts'
import type { Garden } from './garden.ts'
import { monthStart, row } from './row.ts'
import { isResettled } from './slots.ts'

/** Of 26 communities so many are behind with each kind this year: five of 26 is 19 %, within the 15 to 25 % of the domain notes. */
const behind = 5
/** Months between meetings. */
const every: Readonly<Record<MeetingKind, number>> = { committee: 1, briefing: 1, greatCommittee: 3, joint: 6 }
/** Of the months before this year so many meetings were held. */
const usual = 0.93
/** The first months of 2024 and 2026, counted from 2024-07; the demo ends after 24. What is due is counted by the calendar year, so that the first year is whole. */
const firstMonth = -6, thisYear = 18, lastMonth = 24

export function* meetingEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('meetings')
  for (const kind of Object.keys(every) as MeetingKind[]) {
    const resettled = garden.communities.filter(isResettled)
    const late = new Set([...resettled, ...shuffled(garden.communities.filter((one) => !isResettled(one)), dice.share)].slice(0, behind).map(({ code }) => code))
    for (const { code, units } of garden.communities) {
      const missed = every[kind] === 1 ? thisYear + dice.whole(1, 4) : lastMonth - 1
      for (let month = every[kind] - 1; month < lastMonth; month += every[kind]) {
        if (month < thisYear ? !dice.chance(usual) : late.has(code) && month === (every[kind] === 1 ? missed : lastMonth - 1)) continue
        yield meeting(kind, code, month, units.length, dice)
      }
    }
  }
  const before = garden.dice('meetings before')
  for (const kind of Object.keys(every) as MeetingKind[]) {
    for (const { code, units } of garden.communities) for (let month = firstMonth + every[kind] - 1; month < 0; month += every[kind]) if (before.chance(usual)) yield meeting(kind, code, month, units.length, before)
  }
  // District and streets meet twice a year as well; the third street has not met since last year.
  for (const [at, code] of [garden.district, ...garden.streets.map((street) => street.code)].entries()) for (let month = firstMonth + 5; month < (at === 3 ? thisYear : lastMonth); month += 6) yield meeting('joint', code, month, 8, month < 0 ? before : dice)
}

function meeting(kind: MeetingKind, area: string, month: number, units: number, dice: Dice): CityRecord {
  const start = monthStart(month)
  const day = `${start.slice(0, 8)}${String(dice.whole(4, 27)).padStart(2, '0')}`
  const items = kind === 'greatCommittee' || kind === 'joint'
  return row('meeting', `meeting-${area}-${kind}-${start.slice(0, 7)}`, {
    kind, day, unitsPresent: kind === 'committee' ? null : dice.whole(Math.ceil(units * 0.4), units),
    // Mostly joint activities and volunteering (document 000).
    majorItems: items ? dice.whole(0, 2) : null, fundItems: items ? dice.whole(0, 1) : null, jointItems: items ? dice.whole(1, 4) : null, volunteerItems: items ? dice.whole(1, 4) : null,
  }, { area })
}
