import { seededRandom } from '../../geodata/kernel/random.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'
import { catalogue } from '../../seeds/catalogue.ts'

const from = { source: 'bench', date: null }
/** Degrees between two corners, about 100 m. */
const mesh = 0.001

/** A town of side x side corners with as many places of all wishes and as many homes as asked for, their hours and offers drawn by lot. */
export function* venueRecords(side: number, places: number, homes: number): Generator<CityRecord> {
  const random = seededRandom(9)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]
  const at = (column: number, row: number): Position => [116 + column * mesh * 1.3, 39.6 + row * mesh]
  const corners = Array.from({ length: side * side }, (_, k) => at((k % side) + random() * 0.5, Math.floor(k / side) + random() * 0.5))
  for (let k = 0; k < side * side; k++) {
    for (const to of [k % side < side - 1 ? k + 1 : -1, k + side < side * side ? k + side : -1]) {
      if (to >= 0 && random() > 0.15) yield { kind: 'street', record: { id: `${k}-${to}`, name: '', class: 'local', line: [corners[k], corners[to]], walkable: true, steps: false, bridge: false, widthMetres: null, ...from } }
    }
  }
  const somewhere = (): Position => at(random() * side, random() * side)
  for (let i = 0; i < homes; i++) {
    const [lon, lat] = somewhere(), half = mesh * 0.08
    yield { kind: 'building', record: {
      id: `home-${i}`, code: null, name: `${i % 90}号楼`, footprint: [[[[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half], [lon - half, lat - half]]]], storeys: 6, use: 'residential', estate: null, grid: null, entrances: [],
      residents: { all: 60, over60: 12, over80: 2, children: 7, households: 24, basis: 'permanent', counted: true, ...from }, ...from,
    } }
  }
  const kinds = catalogue.wishes.flatMap((wish) => wish.categories)
  for (let i = 0; i < places; i++) {
    yield { kind: 'facility', record: {
      id: `place-${i}`, name: `${pick(names)}${i % 300}${pick(['食堂', '活动室', '小馆', '驿站'])}`, category: pick(kinds), position: somewhere(), unit: null, admission: { audience: pick(['everyone', 'everyone', 'retired', 'staff']), minAge: pick([null, 60]), maxAge: null, onlyAreas: [] },
      hours: pick(hours), phone: '0600-5600000', capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree: pick([true, false, null]),
      offer: { ...emptyOffer, prices: [{ what: '午餐', minAge: null, maxAge: 59, yuan: 15 }, { what: '午餐', minAge: 60, maxAge: null, yuan: 10 }], payments: pick([['cash', 'mobile'], ['mobile']] as const), booking: pick(['none', 'phone']), delivers: pick([true, false]), halal: pick([true, false, null]), toilet: pick([true, false]) },
      suspensions: i % 200 === 0 ? [{ from: '2026-02-01T00:00:00+08:00', until: null, reason: '装修' }] : [], validFrom: null, validTo: null, ...from,
    } }
  }
}

const names = ['听涛', '望江', '重庆路', '柳浦', '红旗', '东裕', '金井', '惠新']
const hours = ['早餐 6:30-9:00，午餐 10:30-13:30，晚餐 16:30-18:30', '周一至周五 8:30-12:00，13:30-17:30', '周一至周五 18:30-21:00，周末 9:00-17:00', '每日 6:00-22:00', '全天开放', '周二至周日 9:00-17:00', '周一至周五 8:00-17:30；法定节假日休息', '看门上的牌子', null]
