import type { Position } from '../../geodata/model/geometry.ts'
import type { Tour, TourStep } from '../../geodata/model/tour.ts'
import type { PlantedStories } from './city.ts'

/** Where the stories of the tours lie; null: nowhere in this city. */
export type TourPlaces = { institute: Position | null; river: Position | null; supper: Position | null }

/** Close enough to read the names of buildings, from a side so that one sees which are high. */
const near = (centre: Position | null): TourStep['place']['camera'] => centre && { centre, zoom: 16.4, pitch: 45, bearing: -15 }

const step = (subject: TourStep['subject'], words: string, notes: string, more: Partial<TourStep['place']> & { seconds?: number } = {}): TourStep => {
  const { seconds = 14, ...place } = more
  return { place: { area: null, only: [], camera: null, building: null, ...place }, subject, month: null, words, notes, seconds }
}

/** Two tours over what is planted in the demonstration district; figures in the notes are those of the stories. */
export function demoTours({ wall, river, suppers, evening }: PlantedStories, { institute, river: bank, supper }: TourPlaces): Tour[] {
  const { opening, newRoom, sideGate } = wall.figures
  return [
    {
      id: 't-demomeals', name: '吃饭和去处',
      steps: [
        step('meals', '60 岁以上的人，十分钟内吃得上饭的占多少', '先说口径：只算登记地址走得到、又对他们开放的食堂和助餐点。', { seconds: 16 }),
        step('bestOpening', '一墙之隔：单位食堂只供职工', `开放后新增约 ${opening.all} 人，其中 60 岁以上 ${opening.over60} 人；旁边另建一处约 ${newRoom.all} 人；打开侧门还能再多约 ${sideGate} 人。`, { camera: near(institute) }),
        step('noMeals', '一河之隔：直线很近，走过去要绕桥', `${river.buildings.length} 栋楼、约 ${river.figures.residents} 人，要绕桥走约 ${river.figures.walkMetres} 米。直线距离在这里会说错。`, { camera: near(bank) }),
        step('hours', '午饭有，晚饭和周末断档', `开晚饭的食堂只有 ${suppers.supper.length} 家。指给大家看最低的那一段。`, { seconds: 16 }),
        step('bestOpening', '再有一家食堂开晚饭，多多少人走得到', '看这家食堂：中午开，晚饭不开。', { camera: near(supper) }),
        ...(evening ? [step('shutRooms', '十项配齐的社区，傍晚开着几室', `七室里 17 点以后开着 ${evening.open.length} 室。`, { area: evening.community, seconds: 16 })] : []),
        step('leftOut', '一项都走不到的楼栋还有几栋', '回到全区。下一步先从这些楼做起。'),
      ],
    },
    {
      id: 't-demogovern', name: '组织和治理',
      steps: [
        step('missingRoom', '一站一园一场七室，各社区缺哪一室', '按缺的多少排；点一格可以看缺的是哪一处。', { seconds: 18 }),
        step('unmanaged', '哪些小区没有人管', '物业撤出、业委会还没有选出来的小区。换届和进驻的月份可以用时间轴看。'),
        step('twoNew', '两新组织：先核实经营，再算覆盖率', '登记了但没有实际经营的不算分母；社会组织单独一行，不和企业相加。', { seconds: 16 }),
        step('emptyCarriers', '哪栋楼宇还是空白', '应建未建的写出有几家，按家数排。'),
        step('fillSeats', '哪些席位空着，空了多久', '只看席位和单位，不看个人。超过 90 天的排在前面。'),
        step('fewReported', '在职报到，哪里多、哪里缺人', '几个社区扎堆，安置社区只有几个人；看每千居民多少。', { seconds: 16 }),
        step('unclaimed', '居民提的需求，哪些还没有单位认领', '每条写着等了多少天。'),
        step('closedTasks', '今年清单销号几件', '销号前后各数一次，数字对得上才算。'),
      ],
    },
  ]
}
