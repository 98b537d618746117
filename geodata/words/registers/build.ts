import { say } from '../sheets/sheet-words.ts'
import type { RegisterWords } from './register-words.ts'

const slotColumns = { slot: say('项目', 'item'), standing: say('建设情况', 'standing'), site: say('设施', 'site'), squareMetres: say('面积（平方米）', 'm²'), minSquareMetres: say('目录面积（平方米）', 'm² asked'), entered: say('已填报', 'entered'), complete: say('配齐项数', 'items complete') }
const slotHeadlines = (place: string, placeEn: string): RegisterWords['headlines'] => ({ complete: { name: say('配齐项目', 'Items complete'), of: say('应配项目', 'items asked for') }, meanItems: { name: say('平均配齐', 'Items on average'), of: say('目录项目', 'items of the catalogue') }, full: { name: say(`全部配齐的${place}`, `${placeEn} with all`), of: say(`已填报的${place}`, `${placeEn} with entries`) } })
const ofFloor = say('全部面积', 'all of it')
const ofYear = say('当年经费', 'money of the year')

/** 共建. */
export const buildWords = {
  communitySlots: {
    name: say('一站一园一场七室', 'Sites and rooms of communities'),
    question: say('哪些社区配得最不齐，缺什么？', 'Which communities are least complete, and what do they lack?'),
    formula: say('配齐 = 已建或共享且不小于目录面积；面积不详的不算不足；未填报的按缺计；目录为示例，待确认', 'Complete = built or shared and no smaller than the catalogue asks; an unknown size is not too small; what nobody entered is missing; the catalogue is an example to be confirmed'),
    answer: say('{areas} 个社区平均配齐 {mean} 项（目录 {items} 项）[，{full} 个全部配齐][~；配得最少的是{places}（{least} 项）][，缺{lacks}]', '{areas|community has|communities have} {mean} of {items|item|items} on average[, {full|has|have} all][~; fewest in {places} ({least})][, without {lacks}]'),
    headlines: slotHeadlines('社区', 'Communities'), columns: slotColumns,
  },
  streetSlots: {
    name: say('一所一校四中心', 'Offices, school and centres of streets'),
    question: say('哪些街道的一所一校四中心不齐？', 'Which streets lack one of their six items?'),
    formula: say('配齐 = 已建或共享且不小于目录面积；目录为示例，待确认', 'Complete = built or shared and no smaller than the catalogue asks; the catalogue is an example to be confirmed'),
    answer: say('{areas} 个街道平均配齐 {mean} 项（目录 {items} 项）[，{full} 个全部配齐][~；配得最少的是{places}（{least} 项）][，缺{lacks}]', '{areas|street has|streets have} {mean} of {items|item|items} on average[, {full|has|have} all][~; fewest in {places} ({least})][, without {lacks}]'),
    headlines: slotHeadlines('街道', 'Streets'), columns: slotColumns,
  },
  villagePlatforms: {
    name: say('村级综合服务平台', 'Village platforms'),
    question: say('新建和改扩建了多少个平台，占村和社区的多少？', 'How many platforms were built or enlarged, and what share of villages and communities is that?'),
    formula: say('分母 = 行政区划名册中的村与社区之和；平台数含街道、社区的平台，因此与分母口径不同，只作参考', 'Denominator = villages and communities of the register of places; platforms of streets and communities are counted too, so that the share is a guide only'),
    answer: say('{from} 至 {to} 年完成 {done} 个[，相当于村和社区 {places} 个的 {share}%]；在建 {underway} 个，计划 {planned} 个', '{done} done from {from} to {to}[, {share} % of the number of {places} villages and communities]; {underway} under way, {planned} planned'),
    headlines: { done: { name: say('完成', 'Done'), of: say('村和社区', 'villages and communities') }, underway: { name: say('在建', 'Under way'), of: say('村和社区', 'villages and communities') }, planned: { name: say('计划', 'Planned'), of: say('村和社区', 'villages and communities') } },
    columns: { status: say('进度', 'status'), platforms: say('平台数', 'platforms'), renovated: say('改扩建', 'enlarged'), squareMetres: say('建筑面积（平方米）', 'm²'), yuan: say('投资（元）', 'yuan') },
  },
  resettlementSites: {
    name: say('安置型社区设施', 'Sites of resettlement communities'),
    question: say('安置型社区有哪些设施，多大，花了多少钱？', 'What do resettlement communities have, how large, at what cost?'),
    formula: say('有安置小区的社区：已建和共享的项目、菜市场、宣传橱窗；投资只计填报了的', 'Communities with an estate of resettled villages: items built or shared, markets, notice windows; costs as far as they were entered'),
    answer: say('{communities} 个安置型社区有设施 {sites} 处、{squareMetres} 平方米[，已填报投资 {yuan} 元]；其中市场 {marketSquareMetres} 平方米，宣传橱窗 {windowSquareMetres} 平方米', '{sites|site|sites} of {squareMetres} m² in {communities|resettlement community|resettlement communities}[, {yuan} yuan entered]; markets {marketSquareMetres} m², notice windows {windowSquareMetres} m²'),
    headlines: { sites: { name: say('设施', 'Sites') }, squareMetres: { name: say('面积', 'Size') }, yuan: { name: say('已填报投资', 'Cost entered') } },
    columns: { item: say('项目', 'item'), squareMetres: say('面积（平方米）', 'm²'), yuan: say('投资（元）', 'yuan'), year: say('建成年份', 'built'), fund: say('资金来源', 'funded by') },
  },
  roomsOwed: {
    name: say('配建用房欠账', 'Rooms owed'),
    question: say('哪些小区的办公用房、经营用房没有移交到位？', 'Which estates have not handed over the rooms they owe?'),
    formula: say('应配 = 建筑面积 × 3%（办公用房）和 × 4%（经营用房）；欠账 = 应配 − 已移交，两类分别计算，不相抵；比例见目录', 'Owed = floor area × 3 % (offices) and × 4 % (business); missing = owed − handed over, each kind for itself; the shares are the catalogue\'s'),
    answer: say('[{estates} 个小区欠账：应配 {owed} 平方米（办公 {office}、经营 {business}），已移交 {given} 平方米，还欠 {missing} 平方米，在{places}][{settled} 个面积已知的小区均已移交到位]', '[{estates|estate owes|estates owe} {owed} m² (offices {office}, business {business}); {given} m² are handed over, {missing} m² are missing, in {places}][All {settled|estate|estates} of known size have handed over theirs]'),
    headlines: { missingRooms: { name: say('还欠面积', 'Missing'), of: say('欠账小区应配', 'owed by those in arrears') }, given: { name: say('已移交', 'Handed over'), of: say('欠账小区应配', 'owed by those in arrears') }, inArrears: { name: say('欠账小区', 'Estates in arrears'), of: say('面积已知的小区', 'estates whose floor area is known') } },
    columns: { floor: say('建筑面积（平方米）', 'floor (m²)'), officeOwed: say('应配办公（平方米）', 'offices owed'), officeGiven: say('已交办公（平方米）', 'offices given'), businessOwed: say('应配经营（平方米）', 'business owed'), businessGiven: say('已交经营（平方米）', 'business given'), missingRooms: say('还欠（平方米）', 'missing (m²)') },
  },
  estateBuilding: {
    name: say('安置小区建设', 'Resettlement estates as they are built'),
    question: say('安置小区已建、在建、规划各多少平方米？', 'How much is built, under way and planned?'),
    formula: say('建设计划台账中安置小区的建筑面积，按进度分列；规划面积为示例换算，待确认', 'Floor area of resettlement estates in the register of programmes, by status; what is planned is to be confirmed'),
    answer: say('已建 {done} 平方米，在建 {building} 平方米，规划 {planned} 平方米[，已填报投资 {yuan} 元]', '{done} m² built, {building} m² under way, {planned} m² planned[, {yuan} yuan entered]'),
    headlines: { done: { name: say('已建', 'Built'), of: ofFloor }, building: { name: say('在建', 'Under way'), of: ofFloor }, planned: { name: say('规划', 'Planned'), of: ofFloor }, yuan: { name: say('已填报投资', 'Money entered') } },
    columns: { status: say('进度', 'status'), squareMetres: say('建筑面积（平方米）', 'm²'), yuan: say('投资（元）', 'yuan') },
  },
  activityFunds: {
    name: say('党员活动经费', 'Money for members\' activities'),
    question: say('党员活动经费拨足了吗，差多少？', 'Was the money for activities paid in full, and what is missing?'),
    formula: say('应拨 = 直管党员数 × 每人标准（目录 200 元/年）；实拨为最近年度；单位党员的经费归原单位，不在此列', 'Due = members whose membership is kept here × the catalogue\'s sum (200 yuan a year); paid in the newest year; members of units are paid for by their units'),
    answer: say('{year} 年按人均 {perMember} 元应拨 {due} 元，实拨 {paid} 元，差 {gap} 元；{communities} 个社区中 {short} 个未拨足', 'In {year}, at {perMember} yuan each, {due} yuan were due and {paid} paid: {gap} missing; {short} of {communities|community was|communities were} paid too little'),
    headlines: { due: { name: say('应拨', 'Due') }, paid: { name: say('实拨', 'Paid') }, paidShare: { name: say('到位率', 'Paid of what is due'), of: say('应拨（元）', 'due (yuan)') } },
    columns: { members: say('直管党员', 'members'), due: say('应拨（元）', 'due'), paid: say('实拨（元）', 'paid'), gap: say('差额（元）', 'missing'), paidShare: say('到位率', 'paid of due') },
  },
  fundSources: {
    name: say('多元经费', 'Sources of money'),
    question: say('经费从哪里来，各占多少？', 'Where does the money come from?'),
    formula: say('各年度、各来源金额之和 ÷ 当年全部经费，不分用途', 'Sum of a year and source ÷ all money of the year, whatever it is for'),
    answer: say('{year} 年共 {yuan} 元：财政 {finance}%、党费 {dues}%、社会筹措 {society}%、村集体 {collective}%、街道 {street}%', '{yuan} yuan in {year}: public finance {finance} %, dues {dues} %, society {society} %, collectives {collective} %, streets {street} %'),
    headlines: { funds: { name: say('当年经费', 'Money of the year') }, finance: { name: say('财政支持', 'Public finance'), of: ofYear }, dues: { name: say('党费', 'Dues'), of: ofYear }, society: { name: say('社会筹措', 'Society'), of: ofYear }, collective: { name: say('村集体', 'Collectives'), of: ofYear }, street: { name: say('街道', 'Streets'), of: ofYear } },
    columns: { source: say('经费来源', 'source'), yuan: say('金额（元）', 'yuan'), entries: say('笔数', 'entries') },
  },
  allowances: {
    name: say('委员补贴', 'Allowances'),
    question: say('最近一年发放了多少委员补贴，多少个社区发放？', 'How much was paid in allowances in the newest year, and by how many communities?'),
    formula: say('经费台账中用途为委员补贴的金额之和；仅工作人员可见', 'Money for allowances in the register of funds; for staff alone'),
    answer: say('{year} 年 {communities} 个社区发放委员补贴 {yuan} 元', '{communities|community|communities} paid {yuan} yuan in allowances in {year}'),
    headlines: { allowance: { name: say('补贴金额', 'Allowances') }, paying: { name: say('发放的社区', 'Communities that paid'), of: say('全部社区', 'all communities') } },
    columns: { source: say('经费来源', 'source'), yuan: say('金额（元）', 'yuan') },
  },
  siteFunds: {
    name: say('市财政阵地建设', 'Money for sites'),
    question: say('市财政阵地建设投入了多少，建成了什么？', 'How much did the city put into sites, and what was built?'),
    formula: say('各年度用途为阵地建设、来源为财政的经费，累计相加；项目为批次年份与之相同的阵地项目，其投资只计本地已填报的', 'Public money for sites by year, added up; items are those of that year\'s batch, their cost as far as it was entered here'),
    answer: say('{from} 至 {to} 年 {years} 年共投入 {yuan} 元[；本地同批次建成项目 {built} 项，填报投资 {cost} 元]', '{yuan} yuan in {years|year|years} from {from} to {to}[; {built|item|items} of those batches were built here, {cost} yuan entered]'),
    headlines: { funds: { name: say('累计投入', 'In all') }, cost: { name: say('本地项目投资', 'Cost of items here') }, built: { name: say('本地建成项目', 'Items built here') } },
    columns: { yuan: say('当年投入（元）', 'yuan'), inAll: say('累计（元）', 'in all'), built: say('本地项目', 'items here'), cost: say('本地投资（元）', 'cost here') },
  },
  resettlementAccounts: {
    name: say('安置社区收支', 'Accounts of resettlement communities'),
    question: say('安置社区的开办经费从哪里来，物业费每户多少？', 'Where did the opening money come from, and what is the fee for each household?'),
    formula: say('开办经费各来源之和；每户物业费 = 最近年度代缴的物业费 ÷ 户数；来源文件中互相矛盾的人均数字不采用', 'Opening money by source; fee for each household = fees of the newest year ÷ households; figures of the source that contradict each other are not used'),
    answer: say('{places}开办经费 {opening} 元[；{year} 年物业费 {management} 元][，{households} 户，每户 {perHousehold} 元]', '{places}: {opening} yuan to open with[; fees of {management} yuan in {year}][ for {households} households, {perHousehold} yuan each]'),
    headlines: { opening: { name: say('开办经费', 'To open with') }, management: { name: say('物业费（年）', 'Fees a year') }, perHousehold: { name: say('每户物业费', 'For each household') } },
    columns: { name: say('出资方', 'from'), purpose: say('用途', 'for'), source: say('经费来源', 'source'), yuan: say('金额（元）', 'yuan') },
  },
  modelSites: {
    name: say('党建示范点', 'Model sites'),
    question: say('示范点在哪里，哪些社区还没有？', 'Where are the model sites, and which communities have none?'),
    formula: say('以牌匾台账中的“党建示范点”为准；一个社区有几处只算一个', 'A sign of a model site in the register; a community counts once'),
    answer: say('示范点 {signs} 处，在 {with} 个社区[：{having}][；没有的 {without} 个：{places}]', '{signs|model site|model sites} in {with|community|communities}[: {having}][; {without|has|have} none: {places}]'),
    headlines: { signs: { name: say('示范点', 'Model sites') }, with: { name: say('已有的社区', 'communities that have one'), of: say('全部社区', 'all communities') } },
    columns: { name: say('示范点', 'site'), unit: say('所属单位', 'unit'), since: say('挂牌日期', 'since'), squareMetres: say('面积（平方米）', 'm²') },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
