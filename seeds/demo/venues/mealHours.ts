import type { Venue } from './scene.ts'

/** Lunch begins before 11:30 and lasts beyond it everywhere, so that the story of the suppers can be told at that minute; supper likewise at 17:30. */
const lunches = ['10:30-13:30', '10:30-13:00', '11:00-13:00', '10:45-13:15'] as const
const suppers = ['16:30-18:30', '16:30-19:30', '17:00-19:00'] as const

/** When a canteen cooks, as it writes so. Halls of units lie shut when the unit does. */
export function mealHours({ facility: { id, unit }, dice, scene }: Venue): string {
  const { supper, saturday, newYear } = scene.suppers
  const [noon, night] = [`午餐 ${dice.pick(lunches)}`, `晚餐 ${dice.pick(suppers)}`]
  if (unit !== null) return `${dice.pick(['周一至周五', '工作日'])} ${dice.chance(0.6) ? `早餐 ${dice.pick(['7:00-8:30', '7:00-8:15', '6:50-8:20'])}，` : ''}${noon}${dice.pick(['', '，法定节假日休息'])}`
  const breakfast = dice.chance(0.6) ? '早餐 6:30-9:00，' : ''
  const week = `${breakfast}${noon}${supper.has(id) ? `，${night}` : ''}`
  if (newYear.has(id)) return supper.has(id) ? `每日 ${week}` : `每日 ${breakfast}${noon}，全年无休`
  if (!saturday.has(id)) return `周一至周五 ${week}${dice.pick(['', '，法定节假日休息', '；周末及法定节假日休息'])}`
  return supper.has(id) ? `周一至周五 ${week}；周六 ${noon}；周日及法定节假日休息` : `周一至周六 ${week}；法定节假日休息`
}
