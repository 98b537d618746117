import { figure, say } from './say.ts'
import type { RegisterWords } from './register-words.ts'

const forms = { committee: say('党委', 'committees'), generalBranch: say('党总支', 'general branches'), branch: say('党支部', 'branches'), group: say('党小组', 'groups') }

/** Organisations on the tree of tiers, the register of places, grids and sizes. */
export const governAreaWords = {
  sixTiers: {
    name: say('六级党建工作体系', 'Organisations on six tiers'),
    question: say('每一级有多少组织，设支部的那一级还缺几个？', 'How many organisations are there on each tier, and how many areas lack their branch?'),
    formula: say('有组织的区域 ÷ 该级全部区域；支部建在网格还是小区由目录选定；单位党组织另计', 'Areas with an organisation ÷ all areas of the tier; whether branches sit on grids or estates is the catalogue’s; organisations of units stand apart'),
    answer: say('各级共 {organisations} 个党组织；应设支部的 {areas} 个区域中 {withBranch} 个已设、{without} 个未设；另有单位党组织 {units} 个', '{organisations|organisation|organisations} on all tiers; {withBranch} of {areas} areas that shall have a branch have one, {without} do not; units have another {units}'),
    columns: { tier: say('层级', 'tier'), branchHere: say('支部设在此级', 'branches sit here'), ...forms, organisations: say('党组织', 'organisations'), areas: say('区域数', 'areas'), areasWith: say('有组织的区域', 'areas with one'), areasShare: say('有组织占比', 'share with one') },
    headlines: { organisations: figure('各级党组织', 'Organisations of areas'), withBranch: figure('已设支部的区域', 'Areas with a branch', '应设支部的区域', 'areas that shall have one'), unitOrganisations: figure('单位党组织', 'Organisations of units') },
  },
  fourLevels: {
    name: say('四级联动', 'Four levels acting together'),
    question: say('市、区、街道、社区四级各有多少党组织？', 'How many organisations have city, district, street and community?'),
    formula: say('同一口径逐级相加：上一级 = 本级 + 下级之和', 'The same count at every level: a level is its own and the sum of those below'),
    answer: say('[市 {city} 个、][区 {district} 个、][街道 {street} 个、]社区 {community} 个；连同以下各级共 {all} 个', '[City {city}, ][district {district}, ][streets {street}, ]communities {community}; {all} with the levels below'),
    columns: { own: say('本级党组织', 'its own'), organisations: say('本级及以下', 'with those below'), unitOrganisations: say('单位党组织', 'of units'), seats: say('大党委席位', 'seats'), vacant: say('空缺', 'vacant'), meetings: say('本年会议', 'meetings this year') },
    headlines: { fourLevels: figure('四级党组织', 'On four levels', '各级党组织', 'all organisations of areas'), cityOrganisations: figure('市级', 'City', '市', 'cities'), districtOrganisations: figure('区级', 'District', '区', 'districts'), streetOrganisations: figure('街道级', 'Streets', '街道', 'streets'), communityOrganisations: figure('社区级', 'Communities', '社区', 'communities') },
  },
  threeTiers: {
    name: say('社区、小区、网格三级架构', 'Community, estate and grid'),
    question: say('哪些社区的三级架构还不完整？', 'Which communities lack one of the three tiers?'),
    formula: say('完整 = 社区有党组织，设支部的那一级（网格或小区）个个有支部，楼栋或院落有党小组', 'Complete: an organisation of the community, a branch on every area of the tier that bears them, and groups at buildings or yards'),
    answer: say('{communities} 个社区中 {full} 个三级完整[；不完整：{places}]', '{full} of {communities|community is|communities are} complete[; not so: {places}]'),
    answerNone: say('{communities} 个社区中 {full} 个三级完整[，其余部分建立：{places}]', '{full} of {communities|community is|communities are} complete[, the others in part: {places}]'),
    columns: { form: say('社区党组织', 'organisation'), estates: say('小区数', 'estates'), estatesWith: say('有支部的小区', 'estates with a branch'), grids: say('网格数', 'grids'), gridsWith: say('有支部的网格', 'grids with a branch'), groups: forms.group },
    headlines: { full: figure('三级完整的社区', 'Complete communities', '全部社区', 'all communities') },
  },
  threePlusN: {
    name: say('3+N 治理模式', 'Three bodies and the grids'),
    question: say('哪些社区三个机构不全，网格支部建了多少？', 'Which communities lack one of the three bodies, and how many grids have a branch?'),
    formula: say('3 = 社区党组织、居民委员会、社区工作站；N = 网格', 'Three: party organisation, residents’ committee, work station; N: grids'),
    answer: say('{communities} 个社区中 {full} 个三个机构齐全；{grids} 个网格中 {withBranch} 个有支部[；机构不全：{places}]', '{full} of {communities|community has|communities have} all three; {withBranch} of {grids|grid has|grids have} a branch[; lacking a body: {places}]'),
    columns: { partyOrganisation: say('社区党组织', 'party organisation'), residentsCommittee: say('居民委员会', 'residents’ committee'), workStation: say('社区工作站', 'work station'), bodies: say('已有机构', 'bodies'), grids: say('网格数', 'grids'), gridsWith: say('有支部的网格', 'grids with a branch') },
    headlines: { full: figure('三个机构齐全的社区', 'Communities with all three', '全部社区', 'all communities'), gridsWith: figure('有支部的网格', 'Grids with a branch', '全部网格', 'all grids') },
  },
  organisationForms: {
    name: say('党组织设置分布', 'Forms of organisation'),
    question: say('城市社区设党委、党总支、党支部的各有多少？', 'How many urban communities have a committee, a general branch or a branch?'),
    formula: say('党委 + 党总支 + 党支部 = 城市社区总数；有全市名册时按名册，否则按地图上的社区', 'Committees + general branches + branches = urban communities; of the city’s register where there is one, else of the communities on the map'),
    answer: say('{all} 个城市社区：党委 {committee}、党总支 {generalBranch}、党支部 {branch}[，未登记 {unstated}]', '{all} urban communities: {committee} committees, {generalBranch} general branches, {branch|branch|branches}[, {unstated} not stated]'),
    columns: { form: say('社区党组织', 'form'), branches: say('下设党支部', 'branches'), groups: forms.group },
    headlines: { committee: figure('设党委', 'Committees', '城市社区', 'urban communities'), generalBranch: figure('设党总支', 'General branches', '城市社区', 'urban communities'), branch: figure('设党支部', 'Branches', '城市社区', 'urban communities'), unstated: figure('未登记', 'Not stated', '城市社区', 'urban communities'), central: figure('中心城区社区', 'In the central districts', '城市社区', 'urban communities') },
  },
  placeCounts: {
    name: say('行政区划底数', 'Register of places'),
    question: say('全市有多少乡镇、街道、村和社区？', 'How many towns, streets, villages and communities has the city?'),
    formula: say('按行政区划名册计数；综合服务平台另有口径（含街道、社区），与村、社区之和不相等', 'Counted from the register of places; service platforms are counted by another rule, so that they are no sum of villages and communities'),
    answer: say('乡镇 {towns}、街道 {streets}、村 {villages}、社区 {communities}[；综合服务平台 {platforms} 个另有口径，不等于村与社区之和 {sum}]', '{towns} towns, {streets} streets, {villages} villages, {communities|community|communities}[; {platforms} platforms by a rule of their own, not the sum {sum} of villages and communities]'),
    columns: { placeLevel: say('类别', 'kind'), places: say('数量', 'number'), urban: say('城市', 'urban'), central: say('中心城区', 'central'), greatCommittee: say('已建大党委或大工委', 'with a great committee') },
    headlines: { towns: figure('乡镇', 'Towns'), streets: figure('街道', 'Streets'), villages: figure('村', 'Villages'), communities: figure('社区', 'Communities'), urban: figure('城市社区', 'Urban communities', '全部社区', 'all communities'), platforms: figure('综合服务平台（另有口径）', 'Service platforms, by a rule of their own') },
  },
  communitySize: {
    name: say('社区规模', 'Size of communities'),
    question: say('哪个社区最大，哪个最小？', 'Which community is the largest, and which the smallest?'),
    formula: say('户数、居民按楼栋汇总；每百居民党员数 = 直管党员 ÷ 居民 × 100；流动党员单列', 'Households and residents are summed from buildings; members per hundred = direct members ÷ residents × 100; floating members stand apart'),
    answer: say('[~{communities} 个社区中]{most}[~最大]（{mostHouseholds} 户）[~，{least}最小（{leastHouseholds} 户）]', '[~Of {communities|community|communities} ]{most}[~ is the largest]: {mostHouseholds} households[~, {least} the smallest: {leastHouseholds}]'),
    columns: { over60: say('60 岁及以上', '60 and over'), perHousehold: say('户均人数', 'per household'), grids: say('网格数', 'grids'), estates: say('小区数', 'estates'), directMembers: say('直管党员', 'direct members'), membersPerHundred: say('每百居民党员', 'members per hundred'), floatingMembers: say('流动党员', 'floating members') },
    headlines: { communities: figure('社区', 'Communities'), households: figure('户数', 'Households'), residents: figure('居民', 'Residents') },
  },
  grids: {
    name: say('网格', 'Grids'),
    question: say('哪些网格没有党支部？', 'Which grids have no branch?'),
    formula: say('支部设在网格时，没有支部的网格标为“缺”；网格员为岗位数', 'Where branches sit on grids, one without is marked missing; workers are posts'),
    answer: say('{grids} 个网格中 {without} 个没有党支部[：{places}]；{workers} 个有网格员', '{without} of {grids|grid has|grids have} no branch[: {places}]; {workers|has|have} a worker'),
    answerNone: say('{grids} 个网格都有党支部；{workers} 个有网格员', 'All {grids|grid has|grids have} a branch; {workers} have a worker'),
    columns: { gridWorkers: say('网格员', 'workers'), branch: say('党支部', 'branch') },
    headlines: { grids: figure('网格', 'Grids'), gridsWith: figure('有支部的网格', 'Grids with a branch', '全部网格', 'all grids'), withWorker: figure('有网格员的网格', 'Grids with a worker', '全部网格', 'all grids') },
  },
  chamberAndTower: {
    name: say('商会、楼宇党组织', 'Organisations of chambers and towers'),
    question: say('单位党组织有多少，其中楼宇、商会各多少？', 'How many organisations have units, and how many of them towers and chambers?'),
    formula: say('单位党组织按单位性质分列，每个单位计一次', 'Organisations of units by the nature of the unit, each unit once'),
    answer: say('单位党组织 {organisations} 个，分布在 {having} 个社区；其中物业、楼宇 {towers} 个，商会、社会组织 {chambers} 个[~；最多的是{most}]', '{organisations} in {having|community|communities}, {towers} of them of property and towers, {chambers} of chambers and social organisations[~; most in {most}]'),
    columns: {
      unitOrganisations: say('单位党组织', 'organisations'), government: say('机关', 'government'), publicInstitution: say('事业单位', 'public institutions'), stateEnterprise: say('国有企业', 'state enterprises'), privateEnterprise: say('非公企业', 'private enterprises'),
      school: say('学校', 'schools'), medical: say('医疗机构', 'medical'), property: say('物业、楼宇', 'property and towers'), socialOrganisation: say('商会、社会组织', 'chambers and social organisations'), other: say('其他', 'others'),
    },
    headlines: { unitOrganisations: figure('单位党组织', 'Organisations of units'), communitiesWith: figure('有单位党组织的社区', 'Communities with any', '全部社区', 'all communities'), unitsWith: figure('有党组织的单位', 'Units with one', '驻区单位', 'units'), towers: figure('物业、楼宇', 'Property and towers', '单位党组织', 'organisations of units'), chambers: figure('商会、社会组织', 'Chambers and social organisations', '单位党组织', 'organisations of units') },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
