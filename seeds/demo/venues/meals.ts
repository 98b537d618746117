import type { Offer, Payment, Price } from '../../../geodata/model/offer.ts'
import type { Dice } from '../dice.ts'
import { shuffled } from '../names.ts'
import type { TimedVenue } from './scene.ts'

const meats = ['红烧肉', '冬瓜排骨', '肉末茄子', '青椒肉丝', '清蒸鲈鱼', '土豆烧鸡', '豆豉蒸鱼', '狮子头', '萝卜炖牛腩', '香菇滑鸡'] as const
const halalMeats = ['土豆烧牛肉', '葱爆羊肉', '清蒸鲈鱼', '大盘鸡', '萝卜炖牛腩', '孜然羊肉', '豆豉蒸鱼'] as const
const greens = ['番茄炒蛋', '清炒时蔬', '蒜蓉生菜', '麻婆豆腐', '手撕包菜', '丝瓜炒蛋', '醋溜土豆丝', '凉拌黄瓜'] as const
const soups = ['紫菜蛋汤', '冬瓜汤', '番茄蛋汤', '绿豆汤'] as const
const days = ['周一', '周二', '周三', '周四', '周五'] as const

/**
 * Tiers of age for a lunch, each over all ages. After published ones: five tiers down to free at 90; a tenth off at 60 and three twentieths at 70; one
 * price from 60 and free at 90; five yuan of subsidy from 75.
 */
const tiers: readonly (readonly (readonly [from: number | null, to: number | null, yuan: number])[])[] = [
  [[null, 59, 15], [60, 69, 12], [70, 79, 10.5], [80, 89, 9], [90, null, 0]],
  [[null, 59, 18], [60, 69, 16.2], [70, null, 15.3]],
  [[null, 59, 16], [60, 89, 10], [90, null, 0]],
  [[null, 74, 15], [75, null, 10]],
]

const ways: readonly (readonly Payment[])[] = [['cash', 'mobile', 'card'], ['cash', 'mobile', 'card'], ['cash', 'mobile'], ['mobile', 'card'], ['card']]

/** Canteens of communities, of units that let others in, and of units for their own. */
export function canteenOffer({ facility: { unit, admission: { audience } }, dice, hours }: TimedVenue): Partial<Offer> {
  if (audience === 'staff') return { payments: ['card'], booking: 'none', delivers: false, halal: dice.chance(0.1) ? null : false, toilet: true }
  if (unit !== null) {
    const meal = dice.pick([10, 12, 13, 15]), halal = dice.chance(0.2) ? true : dice.pick([false, null])
    return {
      prices: [price('午餐', null, null, meal)], payments: dice.pick([['card'], ['mobile', 'card'], ['cash', 'mobile', 'card']] as const), bring: audience === 'retired' ? '退休证或身份证' : dice.pick(['身份证，门卫登记', '身份证']),
      booking: audience === 'byArrangement' ? 'phone' : dice.pick(['none', 'phone', 'onSite'] as const), delivers: false, halal, toilet: true, menu: dice.chance(0.6) ? menuOf(halal === true, dice) : null,
    }
  }
  const halal = dice.chance(0.2) ? true : dice.pick([false, false, null])
  const lunch = dice.pick(tiers).map(([from, to, yuan]) => price('午餐', from, to, yuan))
  return {
    prices: hours?.includes('早餐') === true ? [...lunch, price('早餐', null, null, dice.pick([3, 4, 5]))] : lunch, payments: dice.pick(ways), bring: dice.pick(['老年卡或身份证', '老年卡或身份证', '身份证', '敬老卡']), booking: dice.pick(['none', 'none', 'none', 'phone', 'onSite'] as const),
    delivers: dice.chance(0.55), halal, toilet: dice.pick([true, true, false, null]), menu: dice.chance(0.85) ? menuOf(halal === true, dice) : null,
  }
}

export function restaurantOffer({ dice }: TimedVenue): Partial<Offer> {
  const pilaf = dice.chance(0.1)
  const dishes: readonly (readonly [string, number])[] = pilaf ? [['牛肉拉面', 14], ['羊肉泡馍', 22], ['手抓饭', 20]] : [['小面', 10], ['快餐两荤一素', 16], ['牛肉粉', 15], ['盖浇饭', 15], ['水饺', 14], ['馄饨', 11]]
  const [dish, yuan] = dice.pick(dishes)
  return {
    prices: dice.chance(0.7) ? [price(dish, null, null, yuan + dice.whole(0, 3))] : [], payments: dice.chance(0.72) ? ['cash', 'mobile'] : ['mobile'], booking: 'none', delivers: dice.pick([true, false, null]),
    halal: pilaf ? true : dice.chance(0.75) ? false : null, toilet: dice.pick([true, false, null]), menu: pilaf && dice.chance(0.5) ? dishes.map(([name]) => name).join('、') : null,
  }
}

const price = (what: string, minAge: number | null, maxAge: number | null, yuan: number): Price => ({ what, minAge, maxAge, yuan })

/** A week of lunches as a canteen writes them up. */
function menuOf(halal: boolean, dice: Dice): string {
  const [meat, green] = [shuffled(halal ? halalMeats : meats, dice.share), shuffled(greens, dice.share)]
  return `${days.map((day, at) => `${day} ${meat[at]}、${green[at]}`).join('；')}；每餐米饭、${dice.pick(soups)}`
}
