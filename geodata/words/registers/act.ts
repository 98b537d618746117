import { say } from '../sheets/sheet-words.ts'
import type { RegisterWords } from './register-words.ts'

const communities = say('全部社区', 'all communities')
const joined = say('含合并', 'joined with neighbours')
const joining = { zh: '；不足 k 件的与相邻网格合并后计入，合计不变', en: '; fewer than k are counted with a neighbouring grid, sums stay what they are' }

/** 共办. */
export const actWords = {
  serviceItems: {
    name: say('为民服务事项', 'Service items'),
    question: say('38 项为民服务事项，哪些社区能办的最少？', 'Of the 38 service items, which communities handle the fewest?'),
    formula: say('可办项数 = 该社区已纳入的目录事项；目录以部署方的版本为准（来源文件只列出五项，其余为示例，待确认）', 'Items handled = items of the catalogue the community has taken in; the catalogue is the deployment\'s (the source names five, the others are examples to be confirmed)'),
    answer: say('{communities} 个社区平均可办 {mean} 项（目录 {items} 项）[，{full} 个社区齐全][~；最少的可办 {least} 项：{places}]', '{communities|community handles|communities handle} {mean|item|items} on average (of {items})[; {full|handles|handle} all][~; the fewest, {least}, in {places}]'),
    headlines: { mean: { name: say('平均可办事项', 'Items on average'), of: say('目录事项', 'items of the catalogue') }, full: { name: say('全部可办的社区', 'Communities with all'), of: say('有事项的社区', 'communities with any') }, everywhere: { name: say('各社区都能办的事项', 'Items handled everywhere'), of: say('目录事项', 'items of the catalogue') } },
    columns: { items: say('可办项数', 'items'), ofItems: say('目录项数', 'of'), window: say('窗口办', 'at a counter'), online: say('网上办', 'online'), agent: say('代办', 'by an agent') },
  },
  platformUse: {
    name: say('智慧党建平台', 'Digital platform'),
    question: say('平台启用了多少项功能，听课多少次？', 'How many functions of the platform are in use, and how many courses were taken?'),
    formula: say('启用功能 ÷ 规划功能；听课为当年次数，不含个人', 'Functions in use of those planned; courses are times within the year, never persons'),
    answer: say('{year} 年启用功能 {functions} 项（规划 {wanted} 项），听课 {courses} 次', 'In {year} {functions} of {wanted} functions were in use and {courses} courses were taken'),
    headlines: { functions: { name: say('启用功能', 'Functions in use'), of: say('规划功能', 'functions planned') }, courses: { name: say('听课次数', 'Courses taken') } },
    columns: { kind: say('项目', 'what'), done: say('实际', 'done'), required: say('规划', 'planned') },
  },
  requests: {
    name: say('群众诉求办理', 'Requests'),
    question: say('近 12 个月的诉求，哪些社区的解决率最低？', 'Where was the rate of settlement of the last twelve months lowest?'),
    formula: say('响应率 = 已响应 ÷ 诉求；解决率 = 已解决 ÷ 告知了办理结果的诉求；满意率 = 满意 ÷ 已解决；不足 30 件的不给比例' + joining.zh, 'Response = answered of all; settlement = settled of those of which that is told; satisfaction = satisfied of settled; no rate of fewer than 30' + joining.en),
    answer: say('{from} 至 {to} 共 {requests} 件[，响应率 {responded}%][，解决率 {resolved}%][，满意率 {satisfied}%][~；解决率最低的是{places}]', '{requests|request|requests} from {from} to {to}[, {responded} % answered][, {resolved} % settled][, {satisfied} % satisfied][~; settlement is lowest in {places}]'),
    headlines: {
      requests: { name: say('诉求件数', 'Requests') }, responded: { name: say('响应率', 'Answered'), of: say('全部诉求', 'all requests') }, resolved: { name: say('解决率', 'Settled'), of: say('告知结果的诉求', 'requests whose outcome is told') }, satisfied: { name: say('满意率', 'Satisfied'), of: say('已解决', 'settled') },
    },
    columns: { requests: say('诉求', 'requests'), respondedRate: say('响应率', 'answered'), resolvedRate: say('解决率', 'settled'), satisfiedRate: say('满意率', 'satisfied'), open: say('未办结', 'open'), joined },
  },
  hazards: {
    name: say('隐患事件', 'Hazards'),
    question: say('近 12 个月的隐患，哪些社区最多？', 'Which communities had most hazards in the last twelve months?'),
    formula: say('近 12 个月各社区的隐患件数；整改率 = 已整改 ÷ 告知了整改结果的隐患，未告知结果的不计，不足 30 件的不给比例' + joining.zh, 'Hazards of twelve months by community; put right = of the hazards whose outcome is told, none where it is not, no rate of fewer than 30' + joining.en),
    answer: say('{from} 至 {to} 隐患 {hazards} 件[~，最多的是{places}]', '{hazards|hazard|hazards} from {from} to {to}[~, most of them in {places}]'),
    headlines: { hazards: { name: say('隐患件数', 'Hazards') }, putRight: { name: say('整改率', 'Put right'), of: say('告知结果的隐患', 'hazards whose outcome is told') }, openHazards: { name: say('未整改', 'Not put right'), of: say('告知结果的隐患', 'hazards whose outcome is told') } },
    columns: { hazards: say('隐患', 'hazards'), resolved: say('已整改', 'put right'), open: say('未整改', 'not put right'), resolvedRate: say('整改率', 'share put right'), joined },
  },
  clubs: {
    name: say('社团和服务队', 'Clubs and service teams'),
    question: say('哪些社区的社团和服务队最少？', 'Which communities have the fewest clubs and teams?'),
    formula: say('文体社团与志愿服务队的个数，按社区，取最近年度；不计人数', 'Clubs and teams of volunteers by community in the newest year; no persons are counted'),
    answer: say('{year} 年 {communities} 个社区有社团 {clubs} 个、服务队 {teams} 支[~；最少的（{least} 个）是{places}]', '{clubs|club|clubs} and {teams|service team|service teams} in {communities|community|communities} in {year}[~; the fewest ({least}) in {places}]'),
    headlines: { clubs: { name: say('文体社团', 'Clubs') }, serviceTeams: { name: say('志愿服务队', 'Service teams') } },
    columns: { clubs: say('文体社团', 'clubs'), serviceTeams: say('志愿服务队', 'service teams'), groups: say('合计', 'in all') },
  },
  channels: {
    name: say('宣传渠道', 'Channels'),
    question: say('宣传橱窗在哪里，哪些社区没有？', 'Where are the notice windows, and which communities have none?'),
    formula: say('橱窗以牌匾台账为准；群和短信平台以配套制度台账为准；有橱窗或登记有窗口的社区算有', 'Windows as in the register of signs, groups and messages as in that of documents; a community with a window in either has one'),
    answer: say('宣传橱窗 {windows} 处、{squareMetres} 平方米[，最大的 {largest} 平方米，在{largestPlace}][；{without} 个社区没有：{places}]', '{windows|notice window|notice windows} of {squareMetres} m² in all[, the largest of {largest} m² in {largestPlace}][; {without|community has|communities have} none: {places}]'),
    headlines: {
      windows: { name: say('宣传橱窗', 'Notice windows') }, squareMetres: { name: say('橱窗面积', 'Size of windows') }, channelWindow: { name: say('登记有窗口的社区', 'Communities with a window'), of: communities },
      channelGroup: { name: say('有群的社区', 'Communities with a group'), of: communities }, channelMessages: { name: say('有短信平台的社区', 'Communities with messages'), of: communities },
    },
    columns: { name: say('橱窗', 'window'), squareMetres: say('面积（平方米）', 'm²'), since: say('设置日期', 'since'), channelGroup: say('居民群', 'group'), channelMessages: say('短信平台', 'messages') },
  },
  fiveLinks: {
    name: say('五联机制', 'Five links'),
    question: say('五联在各社区各做了多少？', 'How much of each of the five links was done where?'),
    formula: say('最近年度各社区：联建组织数、联抓次数、联用资源数、联手服务次数、联办活动次数，五项不相加成率', 'Of the newest year, by community: organisations, building, resources, services and activities in common, each for itself'),
    answer: say('{year} 年 {communities} 个社区：联建组织 {jointOrganisations} 个、党建联抓 {jointBuilding} 次、资源联用 {sharedResources} 处、服务联手 {jointServices} 次、活动联办 {jointActivities} 次；五项都有的 {all} 个社区', 'In {year}, {communities|community|communities}: {jointOrganisations} organisations, {jointBuilding} times of building, {sharedResources|resource|resources}, {jointServices|service|services}, {jointActivities} activities in common; {all|community has|communities have} all five'),
    headlines: {
      jointOrganisations: { name: say('组织联建', 'Organisations') }, jointBuilding: { name: say('党建联抓', 'Building') }, sharedResources: { name: say('资源联用', 'Resources') }, jointServices: { name: say('服务联手', 'Services') },
      jointActivities: { name: say('活动联办', 'Activities') }, all: { name: say('五项都有的社区', 'Communities with all five'), of: say('有记录的社区', 'communities with any') },
    },
    columns: { jointOrganisations: say('组织联建', 'organisations'), jointBuilding: say('党建联抓', 'building'), sharedResources: say('资源联用', 'resources'), jointServices: say('服务联手', 'services'), jointActivities: say('活动联办', 'activities'), links: say('合计', 'in all') },
  },
  onlineMeetings: {
    name: say('网上茶馆会', 'Meetings on line'),
    question: say('哪些社区今年没有开过网上茶馆会？', 'Which communities held no meeting on line this year?'),
    formula: say('最近年度各社区召开的次数', 'Meetings held in the newest year, by community'),
    answer: say('{year} 年召开 {held} 次，{communities} 个社区中 {with} 个开过[；没有开过的 {without} 个：{places}]', '{held|meeting|meetings} in {year} by {with} of {communities|community|communities}[; {without} held none: {places}]'),
    headlines: { held: { name: say('召开次数', 'Meetings') }, with: { name: say('开过的社区', 'Communities that held any'), of: communities } },
    columns: { meetings: say('召开次数', 'meetings') },
  },
  visitsAndLetters: {
    name: say('家访、来信来访、通报评议', 'Visits, letters and reviews'),
    question: say('哪些社区的家访、接访、评议没有做够？', 'Which communities fell short of the visits and reviews asked of them?'),
    formula: say('上年和今年；今年按已过去的月份折算应做次数，不足即为逾期；没有要求的只计数', 'Last year and this one; this year\'s number is that of the months gone by, and what falls short is late; where nothing is asked it is only counted'),
    answer: say('{duties} 项要求中 {late} 项未达进度，涉及 {communities} 个社区：{places}', '{late} of {duties} duties are behind, in {communities|community|communities}: {places}'),
    answerNone: say('{duties} 项要求均达到进度', 'None of {duties} duties is behind'),
    headlines: { late: { name: say('未达进度', 'Behind'), of: say('有要求的事项', 'duties') }, homeVisits: { name: say('今年家访', 'Home visits this year') }, lettersAndVisits: { name: say('今年来信来访', 'Letters and visits this year') }, feedbackReviews: { name: say('今年通报评议', 'Reviews this year') } },
    columns: { kind: say('事项', 'duty'), required: say('全年应做', 'asked for the year'), byNow: say('至今应做', 'asked by now'), done: say('已做', 'done'), late: say('未达进度', 'behind') },
  },
  admittedTasks: {
    name: say('减负准入', 'Tasks admitted'),
    question: say('哪些部门的事项已过准入期限，仍留在社区？', 'Which tasks of departments are still in communities beyond their time?'),
    formula: say('准入 = 经同意进入社区的部门事项；准入期满未清退的为逾期；未同意的单列', 'Admitted = tasks of departments that were let in; beyond its time a task is late; refused ones apart'),
    answer: say('申请 {asked} 项，准入 {admitted} 项，未同意 {refused} 项；{expired} 项已过期限仍在社区[：{departments}][~；事项最多的是{place}（{most} 项）]', '{admitted} of {asked} tasks admitted, {refused} refused, {expired} still there beyond their time[: {departments}][~; most are in {place} ({most})]'),
    headlines: { admitted: { name: say('准入事项', 'Admitted'), of: say('申请事项', 'tasks asked for') }, refused: { name: say('未同意', 'Refused'), of: say('申请事项', 'tasks asked for') }, expired: { name: say('已过期限', 'Beyond their time'), of: say('准入事项', 'admitted') } },
    columns: { task: say('事项', 'task'), department: say('部门', 'department'), admitted: say('准入', 'admitted'), until: say('期限', 'until'), daysOver: say('超期天数', 'days over') },
  },
  waysOfServing: {
    name: say('三种服务方式', 'Ways of serving'),
    question: say('认领、定点、结对三种服务各有多少项？', 'How many services are claimed, at a fixed point, in pairs?'),
    formula: say('按单位服务台账中的服务方式计数；每项只有一种方式', 'Services of units by way; each has one'),
    answer: say('{offers} 项服务中，认领服务 {claimed} 项、定点服务 {fixedPoint} 项、结对服务 {paired} 项', 'Of {offers|service|services} {claimed} are claimed, {fixedPoint} at a fixed point, {paired} in pairs'),
    headlines: { claimed: { name: say('认领服务', 'Claimed'), of: say('全部服务', 'all services') }, fixedPoint: { name: say('定点服务', 'Fixed point'), of: say('全部服务', 'all services') }, paired: { name: say('结对服务', 'In pairs'), of: say('全部服务', 'all services') } },
    columns: { way: say('服务方式', 'way'), offers: say('服务项目', 'services'), units: say('单位', 'units'), communities: say('社区', 'communities'), timesAYear: say('每年次数', 'times a year') },
  },
  servedAudiences: {
    name: say('重点对象服务', 'Audiences served'),
    question: say('面向老年人、儿童、低收入者、优抚对象的服务各有多少？', 'How many services are for older people, children, low incomes, the entitled?'),
    formula: say('按单位服务台账中的服务对象计数；不记录任何受助个人', 'Services of units by audience; nobody who is served is recorded'),
    answer: say('{offers} 项服务：面向所有人 {everyone}、老年人 {older}、儿童 {children}、低收入者 {lowIncome}、优抚对象 {entitled}、残疾人 {disabled}', '{offers|service|services}: {everyone} for everyone, {older} for older people, {children} for children, {lowIncome} for low incomes, {entitled} for the entitled, {disabled} for disabled people'),
    headlines: Object.fromEntries(([['everyone', '所有人', 'Everyone'], ['older', '老年人', 'Older people'], ['children', '儿童', 'Children'], ['lowIncome', '低收入者', 'Low incomes'], ['entitled', '优抚对象', 'The entitled'], ['disabled', '残疾人', 'Disabled people']] as const).map(([code, zh, en]) => [code, { name: say(`面向${zh}`, en), of: say('全部服务', 'all services') }])),
    columns: { audience: say('服务对象', 'audience'), offers: say('服务项目', 'services'), units: say('单位', 'units'), communities: say('社区', 'communities'), timesAYear: say('每年次数', 'times a year') },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
