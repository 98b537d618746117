import { diceOf } from './dice.ts'
import type { RoadKind } from './faces.ts'

const roadRoots = ['柳浦', '望澜', '枕溪', '映江', '听澜', '青禾', '槐荫', '松月', '竹影', '梧岸', '春汀', '秋渚', '晓渡', '云栈', '雁归', '鹭洲', '锦帆', '石矶', '桐花', '兰汀', '棠梨', '蒹葭', '采薇', '知微', '弘毅', '敏行', '惠风', '和畅', '清晏', '永宁', '长乐', '安澜', '瑞丰', '宏图', '向阳', '红星', '胜利', '友谊', '勤俭', '光荣', '新风', '朝晖', '星火', '跃进', '团结', '东升', '前锋', '曙光']
const laneRoots = ['豆腐', '铁匠', '竹篾', '打铜', '油坊', '染坊', '酱园', '米市', '灯笼', '伞铺', '砚池', '状元', '牌楼', '水井', '石桥', '钟楼', '城隍', '书院', '棋盘', '扇子', '麻线', '糖房', '草鞋', '银匠', '茶亭', '盐店', '糯米', '磨坊', '弹花', '柳树', '桑园', '菊花']

/** Invented street names, each used once in a district. */
export function streetNames(seed: number, column: number, row: number): { next: (kind: RoadKind) => string } {
  const dice = diceOf(seed, `street names ${column} ${row}`)
  const roads = shuffled(roadRoots, dice.share)
  const lanes = shuffled(laneRoots, dice.share)
  let [roadCount, laneCount] = [0, 0]
  return {
    next: (kind) => {
      if (kind === 'lane') {
        const root = lanes[laneCount % lanes.length]
        return `${root}${['巷', '胡同', '里', '后巷'][Math.floor(laneCount++ / lanes.length) % 4]}`
      }
      const root = roads[roadCount % roads.length]
      const round = Math.floor(roadCount++ / roads.length)
      return `${root}${['', '东', '西', '南', '北', '中'][round % 6]}${kind === 'secondary' ? '路' : '街'}`
    },
  }
}

/** The same list in an order that the seed decides. */
export function shuffled<T>(list: readonly T[], share: () => number): T[] {
  const mixed = [...list]
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = Math.floor(share() * (index + 1))
    ;[mixed[index], mixed[other]] = [mixed[other], mixed[index]]
  }
  return mixed
}
