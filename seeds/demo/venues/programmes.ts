import type { Programme } from '../../../geodata/model/offer.ts'
import { calendarOf } from '../../../geodata/hours/calendar.ts'
import { openHalfHours } from '../../../geodata/hours/open.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import { holidays } from '../../catalogue/holidays.ts'
import type { Dice } from '../dice.ts'
import { shuffled } from '../names.ts'

type Choice = readonly [name: string, hours: readonly string[]]

/** What is on, and when such things are on. */
const choices: Readonly<Record<string, readonly Choice[]>> = {
  activityRoom: [
    ['太极', ['周二、周四 9:00-10:00', '周三、周五 9:30-10:30']], ['合唱', ['周三 14:30-16:30', '周五 9:00-11:00']], ['棋牌', ['每日 14:00-17:00', '周二至周五 14:00-16:30']], ['书法', ['周二 9:00-11:00', '周四 14:00-16:00']],
    ['舞蹈', ['周一、周三、周五 9:00-10:30', '周二、周四 15:00-16:30']], ['戏曲', ['周六 14:00-16:30']], ['智能手机课', ['每月第二个周三 14:30-16:00', '周四 9:30-11:00']],
  ],
  lent: [['合唱', ['周三 19:00-20:30', '周六 9:00-11:00']], ['乒乓球', ['周二、周四 19:00-20:30']], ['书法', ['周五 19:00-20:30', '周日 9:30-11:00']], ['瑜伽', ['周一、周三 19:00-20:00']]],
  station: [['量血压日', ['周一 9:00-11:00', '每月第一个周三 9:00-11:00']], ['法律咨询', ['每月第三个周四 14:30-16:30', '周五 14:30-16:30']]],
  clinic: [['量血压', ['周一至周五 8:30-11:00', '周二、周四 8:00-10:00']], ['中医理疗', ['周一、周三、周五 14:30-17:00']], ['健康讲座', ['每月第二个周五 15:00-16:00']]],
  readingRoom: [['读书会', ['周六 14:30-16:30', '每月最后一个周日 14:30-16:30']], ['书法', ['周三 14:30-16:00']]],
  library: [['公益讲座', ['每月第二个周六 14:30-16:30']], ['少儿故事会', ['周六、周日 10:00-11:00']]],
  square: [['广场舞', ['每日 19:00-20:30']], ['太极', ['每日 6:30-7:30']]],
  garden: [['晨练', ['每日 6:00-8:00']], ['合唱', ['周六、周日 9:00-11:00']]],
  daycare: [['手指操', ['周一至周五 9:30-10:00']], ['量血压日', ['周三 9:00-10:00']]],
  meetingRoom: [['理论学习', ['每月第一个周一 14:30-16:00']], ['志愿者培训', ['每月第三个周六 9:00-11:00']]],
  repair: [['义务理发', ['每月第一个周五 9:00-11:00']]],
}
const rooms = ['一楼', '二楼活动厅', '二楼', '三楼多功能厅', null] as const

/** At most so many of a kind, of those that fall into the hours of the place where these are known. */
export function programmesOf(kind: string, hours: string | null, most: number, dice: Dice): Programme[] {
  const wanted = dice.whole(0, most)
  const open = hours === null ? null : halfHours(hours)
  const all = shuffled(choices[kind] ?? [], dice.share).map(([name, times]) => ({ name, hours: dice.pick(times), room: kind === 'square' || kind === 'garden' ? null : dice.pick(rooms) }))
  return all.filter((programme) => open === null || within(halfHours(programme.hours), open)).slice(0, wanted)
}

/** Five weeks without a holiday, in which every n-th weekday of a month comes. */
const weeks = ['2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01', '2026-06-08'] as const
const calendar = calendarOf(holidays)
const known = new Map<string, readonly Uint32Array[]>()

/** The half hours of these weeks at whose beginning a place of such hours is open; none where nobody can read them. */
function halfHours(text: string): readonly Uint32Array[] {
  const found = known.get(text) ?? weeks.map((week) => openHalfHours({ rule: readHours(text).rule, suspensions: [] }, week, calendar).open)
  known.set(text, found)
  return found
}

const within = (programme: readonly Uint32Array[], open: readonly Uint32Array[]): boolean => programme.every((week, at) => week.every((word, index) => (word & ~open[at][index]) === 0))
