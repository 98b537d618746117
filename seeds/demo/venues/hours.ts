import { mealHours } from './mealHours.ts'
import type { Venue } from './scene.ts'

/** Hours as places of a category write them, in their own words or as a map's contributors do. None of the seven kinds of room is open at 18:30 by these. */
const day: Readonly<Record<string, readonly string[]>> = {
  restaurant: ['每日 10:00-21:30', '每日 10:30-14:00，16:30-21:00', '每日 6:00-14:00', '周二至周日 10:30-20:30，周一休息', '每日 17:00-次日2:00', '每日 9:30-21:00；春节休息', 'Mo-Su 10:00-22:00', 'Mo-Fr 06:30-20:00; Sa,Su 07:30-20:00'],
  station: ['周一至周五 8:30-12:00，13:30-17:30', '周一至周五 8:30-11:30,14:00-17:30,法定节假日休息', '工作日 8:30-17:30', '周一至周五 8:30-12:00，13:30-17:30；周六 9:00-12:00', '4月至10月 周一至周五 8:30-12:00，14:30-18:00；11月至次年3月 周一至周五 8:30-12:00，14:00-17:30'],
  garden: ['全天开放', '全天开放', '4月至10月 每日 5:30-22:00；11月至次年3月 每日 6:00-21:00', '24/7'],
  square: ['每日 6:00-22:00', '全天开放', '每日 6:00-21:30'],
  activityRoom: ['每日 9:00-11:30，14:00-17:00', '周一至周五 9:00-11:30，14:00-17:30；周六、周日 14:00-17:00', '周二至周日 9:00-17:00，周一休息', '周一至周六 8:30-11:30，13:30-17:00', '每日 9:00-11:30，14:00-17:00；每月最后一个周五休息'],
  readingRoom: ['周二至周日 9:00-17:00', '周二至周日 9:00-17:00，周一闭馆', '工作日 9:00-17:00；周末 9:00-12:00', '周三至周日 9:30-11:30，14:00-17:00'],
  library: ['周二至周日 9:00-17:30，法定节假日照常开放；周一闭馆；每月最后一个周四闭馆；2026年7月6日至7月10日闭馆'],
  meetingRoom: ['周一至周五 8:30-17:30', '工作日 8:30-12:00，14:00-17:30', '周一至周五 9:00-17:00，法定节假日休息'],
  clinic: ['周一至周六 8:00-12:00，14:00-17:30', '周一至周五 8:00-12:00，14:30-17:30；周六 8:00-12:00', '每日 8:00-17:30', '周一至周日 8:00-11:30，14:00-17:30；法定节假日 8:00-11:30'],
  hospital: ['全天急诊，门诊 8:00-17:00'],
  pharmacy: ['每日 8:00-21:00', '每日 8:30-20:30', '24小时营业', 'Mo-Sa 08:00-21:00; Su 09:00-18:00'],
  daycare: ['周一至周五 8:00-17:30', '工作日 7:30-17:30', '周一至周五 8:00-17:00，法定节假日休息'],
  childcare: ['周一至周五 7:40-18:00', '工作日 7:30-18:00'],
  kindergarten: ['工作日 7:40-17:00', '工作日 7:50-16:50'],
  school: ['工作日 7:30-17:30', '工作日 7:20-17:20'],
  market: ['每日 5:30-19:00', '每日 6:00-12:00，15:00-18:30', '每日 5:00-13:00'],
  convenience: ['每日 7:00-23:00', '24小时营业', '每日 6:30-22:30', 'Mo-Su 07:00-23:00', '24/7', '每日 7:00-次日1:00'],
  repair: ['每日 9:00-19:00', '周一至周六 8:30-17:30', '周三至周一 9:00-12:00，14:00-18:30', '每日 8:30-18:00；周二休息', '工作日 9:00-18:00；周末 10:00-17:00'],
  policeRoom: ['周一至周五 8:30-17:30', '工作日 8:30-12:00，14:00-17:30'],
  mediation: ['周一至周五 9:00-17:00', '周一至周五 9:00-11:30，14:30-17:00', '周二、周四 9:00-11:30，14:30-17:00'],
  toilet: ['全天开放', '全天开放', '每日 6:00-22:00', '24小时'],
}

/** Rooms of the seven kinds that stay open in the evening. */
const evening: Readonly<Record<string, readonly string[]>> = {
  activityRoom: ['周一至周五 9:00-11:30，14:00-20:30；周六、周日 9:00-17:00', '每日 9:00-11:30，14:00-21:00'],
  readingRoom: ['周二至周日 9:00-20:30；周一闭馆', '每日 10:00-20:00'],
  meetingRoom: ['周一至周五 8:30-12:00，14:00-20:00', '工作日 8:30-20:30'],
  clinic: ['周一至周五 8:00-12:00，14:00-20:00；周六、周日 8:00-12:00', '每日 8:00-20:30'],
  policeRoom: ['24小时', '全天24小时'],
}
/** Open on every workday after 17:00, for the two rooms of the story. */
const untilEight: Readonly<Record<string, string>> = { ...Object.fromEntries(Object.entries(evening).map(([category, texts]) => [category, texts[0]])), readingRoom: '每日 10:00-20:00' }
/** Shut by 17:00 every day, for the five that are not. */
const untilFive: Readonly<Record<string, string>> = {
  activityRoom: '周一至周五 9:00-11:30，14:00-17:00', readingRoom: '周二至周日 9:00-17:00；周一闭馆', meetingRoom: '周一至周五 9:00-12:00，13:30-17:00', clinic: '周一至周六 8:00-12:00，14:00-17:00',
  policeRoom: '周一至周五 8:30-17:00', mediation: '周一至周五 9:00-17:00', daycare: '周一至周五 8:00-17:00，法定节假日休息',
}

/** What units open out of their own hours (错时开放); the later ones begin after 18:30. */
const lentEarly = ['周一至周五 18:30-21:00，周末 9:00-17:00', '4月至10月 工作日 18:30-22:00；11月至次年3月 工作日 18:30-21:30；周末及节假日 8:00-22:00，21:30停止入场', '工作日 18:00-21:00，需提前预约'] as const
const lentLate = ['周一至周五 19:00-21:00，周末 9:00-17:00', '周末及节假日 9:00-17:00', '工作日 19:00-21:00；周六 9:00-12:00', '4月至10月 工作日 19:00-21:30；11月至次年3月 工作日 19:00-21:00', '周六、周日 9:00-11:30，14:00-17:00，预约开放'] as const
const schoolGrounds = ['工作日 19:00-21:00，节假日 8:00-21:00', '工作日 19:00-21:00；周末及节假日 全天开放'] as const
const grounds = ['周一至周五 18:30-21:00，周末 9:00-17:00', '每日 6:00-8:00，18:00-21:30', '周末及节假日 8:00-18:00'] as const

/** Of community rooms that may, so many stay open in the evening. */
const eveningShare = 0.22

/** Opening hours as the place publishes them. */
export function hoursOf(venue: Venue): string | null {
  const { facility: { id, category, unit, hours }, nature, dice, scene } = venue
  if (category === 'canteen') return mealHours(venue)
  if (category === 'restStop') return hours
  if (scene.evening?.rooms.has(id) === true) return (scene.evening.open.has(id) ? untilEight : untilFive)[category] ?? hours
  const quiet = scene.evening?.quiet.has(id) === true
  if (unit !== null && category === 'sports') return dice.pick(nature === 'school' ? schoolGrounds : grounds)
  if (unit !== null && category !== 'toilet') return dice.pick(!quiet && dice.chance(0.5) ? lentEarly : lentLate)
  return dice.pick((!quiet && dice.chance(eveningShare) ? evening[category] : undefined) ?? day[category] ?? [hours])
}
