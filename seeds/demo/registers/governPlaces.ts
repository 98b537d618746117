import type { CityRecord } from '../../../geodata/model/city.ts'
import { shuffled } from '../names.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Garden } from './garden.ts'
import { formOf } from './governTree.ts'
import { row } from './row.ts'

type Fields = FieldsOf<'placeRegister'>

/** The city's register (document 004): two districts, six counties and one city, six zones; 127 towns, 42 streets, 1,548 villages and 714 communities, of which 369 are urban and 148 central. */
const counts = { districts: 9, zones: 6, streets: 42, towns: 127, villages: 1548, communities: 714, urban: 369, central: 148 } as const
/** Urban communities by form: 4 + 323 + 42 = 369. */
const forms = { committee: 4, generalBranch: 323, branch: 42 } as const

/** Two invented roots side by side make a name that no place bears. */
const front = ['霁', '澹', '蓼', '沚', '蘅', '湄', '岫', '漪', '砚', '箬', '溆', '翊', '杳', '萦', '泠', '槭', '蔚', '苕', '汀', '旃', '浥', '黛', '隰', '筠', '岑', '涣', '菡', '皋', '栎', '瑗']
const back = ['云汀', '桥湄', '溪隐', '塘晚', '浦烟', '岭雪', '洲雁', '渡秋', '湾月', '坪芷', '墩霞', '埠星', '垸萤', '坝柳', '冈露', '垄麦', '峪梨', '泽鹭', '畈禾', '圩菱', '港帆', '桥榆', '冲竹', '垭枫', '滩砂', '台棠']

export function* placeEntries(garden: Garden): Generator<CityRecord> {
  const names = shuffled(front.flatMap((one) => back.map((other) => one + other)), garden.dice('place register').share)
  let next = 0
  const name = (ending: string): string => { const at = next++; return `${names[at % names.length]}${at < names.length ? '' : ['上', '下', '东', '西'][Math.floor(at / names.length) - 1] ?? '新'}${ending}` }
  let number = 0
  const place = (level: Fields['level'], called: string, parent: string | null, more: Partial<Fields> = {}): CityRecord =>
    row('placeRegister', `place-${++number}`, { level, parent, urban: false, central: false, form: null, greatCommittee: null, ...more }, { area: garden.city, name: called })
  for (let i = 0; i < counts.districts; i++) yield place('district', i === 0 ? '柳浦区' : name(i === 1 ? '区' : '县'), '演示市', { urban: i < 2, central: i === 0 })
  for (let i = 0; i < counts.zones; i++) yield place('zone', name('管理区'), '演示市')
  const streets = Array.from({ length: counts.streets }, (_, i) => garden.streets[i]?.name ?? name('街道'))
  for (const [i, street] of streets.entries()) yield place('street', street, '演示市', { urban: true, central: i < 17, greatCommittee: true })
  const towns = Array.from({ length: counts.towns }, () => name('镇'))
  for (const town of towns) yield place('town', town, '演示市')
  for (let i = 0; i < counts.villages; i++) yield place('village', name('村'), towns[i % towns.length])
  yield* communities()

  function* communities(): Generator<CityRecord> {
    const own = garden.communities.map((_, i) => formOf(i))
    const left = { ...forms }
    for (const form of own) left[form]--
    const others = [...Array.from({ length: left.committee }, () => 'committee' as const), ...Array.from({ length: left.branch }, () => 'branch' as const), ...Array.from({ length: left.generalBranch }, () => 'generalBranch' as const)]
    for (const [i, community] of garden.communities.entries()) yield place('community', community.name, garden.streets.find(({ code }) => code === community.street)?.name ?? null, { urban: true, central: true, form: own[i], greatCommittee: true })
    for (let i = garden.communities.length; i < counts.communities; i++) {
      const urban = i < counts.urban
      yield place('community', name('社区'), urban ? streets[i % streets.length] : towns[i % towns.length], { urban, central: i < counts.central, form: urban ? (others[i - garden.communities.length] ?? null) : null, greatCommittee: urban ? i % 3 !== 0 : null })
    }
  }
}
