import { say } from '../sheets/sheet-words.ts'
import type { RegisterWords } from './register-words.ts'

const signColumns = { name: say('名称', 'name'), unit: say('所属单位', 'unit'), since: say('挂牌日期', 'since'), squareMetres: say('面积（平方米）', 'm²') }
const signHeadlines = (name: string, nameEn: string): RegisterWords['headlines'] => ({ signs: { name: say(name, nameEn) }, with: { name: say('已有的社区', 'communities that have one'), of: say('全部社区', 'all communities') } })

/** 共享. */
export const shareWords = {
  units: {
    name: say('驻区单位名录', 'Units in the area'),
    question: say('驻区单位在哪里，有多少家向居民开放了场所？', 'Where are the units, and how many of them open anything to residents?'),
    formula: say('开放 = 至少有一处场所的开放对象不限于本单位职工；一个单位有多处场所只算一个', 'Opening = a unit with at least one site that is not for its staff alone; a unit counts once'),
    answer: say('驻区单位 {units} 个，分布在 {communities} 个社区；其中 {opening} 个（{share}%）向居民开放场所[~；最多的是{place}（{most} 个）]', '{units|unit|units} in {communities|community|communities}; {opening} ({share} %) open something to residents[~; most are in {place} ({most})]'),
    headlines: { units: { name: say('驻区单位', 'Units') }, opening: { name: say('向居民开放的单位', 'Units that open something'), of: say('全部驻区单位', 'all units') }, openSites: { name: say('开放的场所', 'Sites that are open') } },
    columns: { nature: say('单位性质', 'nature'), owned: say('拥有场所', 'sites owned'), open: say('开放场所', 'sites open'), openTo: say('开放对象', 'open to'), sites: say('场所', 'sites') },
  },
  openCanteens: {
    name: say('单位食堂开放', 'Canteens of units'),
    question: say('哪些单位食堂接纳退休居民？', 'Which canteens of units let retired residents in?'),
    formula: say('接纳退休居民 = 开放对象为所有人或退休人员；预约后开放的单列；只供职工的食堂列出余座', 'Lets retired residents in = open to everyone or to retired people; by arrangement is told apart; of canteens for staff alone the spare seats are told'),
    answer: say('{canteens} 个单位食堂中 {serving} 个接纳退休居民[：{places}][；{arranged} 个预约后开放][；{closed} 个只供职工，有余座 {spare} 个]', '{serving} of {canteens} canteens of units let retired residents in[: {places}][; {arranged} by arrangement][; {closed} for staff alone, with {spare} spare seats]'),
    headlines: { serving: { name: say('接纳退休居民的食堂', 'Canteens for retired residents'), of: say('全部单位食堂', 'all canteens of units') }, byArrangement: { name: say('预约后开放', 'By arrangement'), of: say('全部单位食堂', 'all canteens of units') }, spareClosed: { name: say('只供职工食堂的余座', 'Spare seats of those for staff alone') } },
    columns: { name: say('食堂', 'canteen'), openTo: say('开放对象', 'open to'), seats: say('座位', 'seats'), spareSeats: say('余座', 'spare seats') },
  },
  openRooms: {
    name: say('活动场所开放', 'Rooms open to residents'),
    question: say('哪些单位的活动室、会议室向居民开放，哪些挂了“社区党员活动室”牌子？', 'Which rooms of units are open to residents, and which bear the sign of a members\' room?'),
    formula: say('计单位所有、开放对象不限于职工的活动室、会议室、阅览室、运动场地和图书馆；挂牌以牌匾台账为准', 'Activity, meeting and reading rooms, sports grounds and libraries of units that are not for staff alone; signs as the register of signs has them'),
    answer: say('单位开放活动场所 {rooms} 处，其中 {plaques} 处挂“社区党员活动室”牌[；{without} 个社区一处也没有：{places}]', 'Units open {rooms|room|rooms}, {plaques} of them with the sign[; {without|community has|communities have} none: {places}]'),
    headlines: { rooms: { name: say('开放的场所', 'Rooms that are open') }, plaques: { name: say('已挂牌', 'With the sign'), of: say('开放的场所', 'rooms that are open') }, without: { name: say('一处也没有的社区', 'Communities without any'), of: say('全部社区', 'all communities') } },
    columns: { name: say('场所', 'room'), category: say('类别', 'category'), openTo: say('开放对象', 'open to'), hours: say('开放时间', 'hours'), plaque: say('挂牌', 'sign') },
  },
  serviceOffers: {
    name: say('单位服务资源', 'Services of units'),
    question: say('驻区单位为居民提供哪些服务，每年多少次？', 'Which services do units offer, and how often a year?'),
    formula: say('计没有固定场所的服务；次数为每年约定次数之和，未约定次数的不计入', 'Services without a site; times are those agreed for a year, services without a number left out of the sum'),
    answer: say('{units} 个单位在 {communities} 个社区提供 {offers} 项服务，每年约 {times} 次，其中 {older} 项面向老年人', '{units|unit offers|units offer} {offers|service|services} in {communities|community|communities}, about {times} times a year; {older} of them for older people'),
    headlines: { offers: { name: say('服务项目', 'Services') }, offering: { name: say('提供服务的单位', 'Units that offer any'), of: say('全部驻区单位', 'all units') }, timesAYear: { name: say('每年次数', 'Times a year') } },
    columns: { offer: say('服务内容', 'service'), audience: say('服务对象', 'for whom'), way: say('服务方式', 'way'), timesAYear: say('每年次数', 'times a year'), offers: say('服务项目', 'services') },
  },
  listMatching: {
    name: say('三张清单对接', 'Three lists'),
    question: say('哪些需求还没有人认领？', 'Which needs has nobody taken?'),
    formula: say('已认领 = 有一方认领、接受或完成（推荐和撤回不算）；资源与需求配对后也算已认领', 'Taken = claimed, accepted or done by somebody (suggested and withdrawn do not count); a resource matched with a need is taken too'),
    answer: say('需求 {needs} 项、资源 {resources} 项、项目 {projects} 项；需求已认领 {claimed} 项，{unclaimed} 项无人认领[~，最多的是{places}]', '{needs|need|needs}, {resources|resource|resources}, {projects|project|projects}; {claimed|need is|needs are} taken, {unclaimed} by nobody[~, most of them in {places}]'),
    answerNone: say('需求 {needs} 项、资源 {resources} 项、项目 {projects} 项，均已认领', '{needs|need|needs}, {resources|resource|resources} and {projects|project|projects}, all of them taken'),
    headlines: { need: { name: say('需求已认领', 'Needs taken'), of: say('全部需求', 'all needs') }, resource: { name: say('资源已认领', 'Resources taken'), of: say('全部资源', 'all resources') }, project: { name: say('项目已认领', 'Projects taken'), of: say('全部项目', 'all projects') } },
    columns: { list: say('清单', 'list'), category: say('类别', 'category'), capacity: say('可服务人次', 'capacity'), until: say('有效期至', 'valid until') },
  },
  openBothWays: {
    name: say('阵地双向开放', 'Open both ways'),
    question: say('单位向社区、社区向单位各开放了多少处阵地？', 'How many sites do units open to communities, and communities to units?'),
    formula: say('按牌匾台账的开放方向分别计数，两个方向不相加成率', 'Signs by direction, each direction for itself'),
    answer: say('单位向社区开放 {toCommunity} 处，社区向单位开放 {toUnit} 处；{communities} 个社区中 {both} 个双向都有', 'Units open {toCommunity|site|sites} to communities, communities {toUnit} to units; {both} of {communities|community has|communities have} both'),
    headlines: { unitToCommunity: { name: say('单位向社区开放', 'Units to communities'), of: say('全部挂牌阵地', 'all signs') }, communityToUnit: { name: say('社区向单位开放', 'Communities to units'), of: say('全部挂牌阵地', 'all signs') }, both: { name: say('双向开放的社区', 'Communities with both'), of: say('全部社区', 'all communities') } },
    columns: { direction: say('开放方向', 'direction'), kind: say('牌子', 'sign') },
  },
  threeStrongholds: {
    name: say('三大阵地', 'Three strongholds'),
    question: say('哪些社区的服务、文化、宣传教育阵地不全？', 'Which communities lack a site for service, culture or education?'),
    formula: say('服务 = 服务站、卫生、日间照料、食堂、调解、警务、驿站、托育；文化 = 活动室、阅览室、广场、运动场地；宣传教育 = 党群活动室和宣传橱窗、社区学校、党员活动室牌匾；只计向居民开放的', 'Service: station, clinic, day care, canteen, mediation, police room, rest stop, nursery; culture: activity and reading rooms, squares, sports grounds; education: meeting rooms, notice windows, schools and members\' rooms; only what is open to residents'),
    answer: say('{communities} 个社区中 {whole} 个三大阵地齐全；服务 {service} 处、文化 {culture} 处、宣传教育 {publicity} 处[；不全的 {short} 个：{places}]', '{whole} of {communities|community has|communities have} all three; {service} for service, {culture} for culture, {publicity} for education[; {short} lack one: {places}]'),
    headlines: { whole: { name: say('三大阵地齐全的社区', 'Communities with all three'), of: say('有阵地的社区', 'communities with any') }, service: { name: say('服务阵地', 'For service') }, culture: { name: say('文化阵地', 'For culture') }, publicity: { name: say('宣传教育阵地', 'For education') } },
    columns: { service: say('服务', 'service'), culture: say('文化', 'culture'), publicity: say('宣传教育', 'education'), strongholds: say('合计', 'in all') },
  },
  memberStations: {
    name: say('社区党员服务站', 'Members\' service stations'),
    question: say('哪些社区还没有党员服务站？', 'Which communities have no service station of members?'),
    formula: say('有站 = 牌匾台账中有“党员服务站”；一个社区有几处只算一个', 'Has one = a sign of a service station in the register; a community counts once'),
    answer: say('{communities} 个社区中 {with} 个有党员服务站，共 {signs} 处[；没有的 {without} 个：{places}]', '{with} of {communities|community has|communities have} a service station, {signs} in all[; {without|has|have} none: {places}]'),
    headlines: signHeadlines('党员服务站', 'Service stations'), columns: signColumns,
  },
  practiceBases: {
    name: say('校外社会实践基地', 'Practice bases of schools'),
    question: say('哪些社区是学校的校外社会实践基地？', 'Which communities are practice bases of schools?'),
    formula: say('以牌匾台账中的“社会实践基地”为准；一个社区有几处只算一个', 'A sign of a practice base in the register; a community counts once'),
    answer: say('{communities} 个社区中 {with} 个是社会实践基地[：{having}]；共 {signs} 处', '{with} of {communities|community is a practice base|communities are practice bases}[: {having}]; {signs} in all'),
    headlines: signHeadlines('社会实践基地', 'Practice bases'), columns: { ...signColumns, unit: say('结对学校', 'school') },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
