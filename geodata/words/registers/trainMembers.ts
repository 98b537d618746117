import { figure, say } from './say.ts'
import type { RegisterWords } from './register-words.ts'

/** Members, teams and what is done in a year. */
export const trainMemberWords = {
  memberMix: {
    name: say('党员构成', 'Members'),
    question: say('直管党员有多少，60 岁以上占多少，哪里最密？', 'How many direct members are there, how many of 60 and over, and where are they densest?'),
    formula: say('直管、流动、在职分列，不相加；每百居民 = 直管党员 ÷ 居民 × 100；年龄按街道及以上给出', 'Direct, floating and in-service members are never added; per hundred = direct members ÷ residents × 100; ages by street and above'),
    answer: say('直管党员 {direct} 名[，60 岁及以上占 {percent}%][~；{densest}最密，每百居民 {perHundred} 名]', '{direct|direct member|direct members}[, {percent} % of 60 and over][~; densest in {densest}: {perHundred} per hundred residents]'),
    columns: { direct: say('直管党员', 'direct'), membersPerHundred: say('每百居民党员', 'per hundred residents'), floating: say('流动党员', 'floating'), inService: say('在职党员', 'in service') },
    headlines: { direct: figure('直管党员', 'Direct members'), floating: figure('流动党员', 'Floating members'), inService: figure('在职党员', 'Members in service'), to35Share: figure('35 岁及以下占比', 'Up to 35, share'), to60Share: figure('36 至 59 岁占比', '36 to 59, share'), over60Share: figure('60 岁及以上占比', '60 and over, share') },
  },
  fourTeams: {
    name: say('四支队伍', 'Four teams'),
    question: say('哪些社区没有党建联络员，网格员缺多少？', 'Which communities have no liaison, and how many grid workers are short?'),
    formula: say('应有 = 目录规定的每社区联络员数、每网格网格员数；只计岗位', 'Asked = the catalogue’s liaisons a community and workers a grid; posts only'),
    answer: say('{communities} 个社区中 {without} 个没有党建联络员：{places}；网格员 {workers} 名，应有 {workersDue} 名，缺 {workersShort} 名', '{without} of {communities|community has|communities have} no liaison: {places}; {workers|grid worker|grid workers} of {workersDue}, {workersShort} short'),
    answerNone: say('{communities} 个社区都有党建联络员；网格员 {workers} 名，应有 {workersDue} 名，缺 {workersShort} 名', 'All {communities|community has|communities have} a liaison; {workers|grid worker|grid workers} of {workersDue}, {workersShort} short'),
    columns: { cadre: say('社区干部', 'cadres'), gridWorker: say('网格员', 'grid workers'), liaison: say('党建联络员', 'liaisons'), volunteer: say('党员志愿者', 'volunteers'), liaisonsShort: say('缺联络员', 'liaisons short'), grids: say('网格数', 'grids'), workersShort: say('缺网格员', 'workers short'), householdsPerWorker: say('每名网格员户数', 'households per worker') },
    headlines: { withLiaison: figure('有联络员的社区', 'Communities with a liaison', '全部社区', 'all communities'), gridWorkers: figure('网格员', 'Grid workers', '应有网格员', 'workers asked'), fullTime: figure('社区干部和网格员', 'Cadres and grid workers') },
  },
  staffStructure: {
    name: say('干部结构', 'Structure of staff'),
    question: say('社区干部中 50 岁以上、初中及以下各占多少？', 'How many cadres are over fifty, and how many without high school?'),
    formula: say('占比 = 该类人数 ÷ 有登记的岗位人数；不足 30 人不给占比', 'Share = those ÷ posts on record; no share of fewer than 30'),
    answer: say('社区干部 {cadres} 名[，50 岁以上 {over50}%][，初中及以下 {below}%]', '{cadres|cadre|cadres}[, {over50} % over fifty][, {below} % without high school]'),
    columns: { team: say('队伍', 'team'), origin: say('来源', 'origin'), actual: say('人数', 'posts held'), over50: say('50 岁以上', 'over fifty'), over50Share: say('50 岁以上占比', 'share over fifty'), belowHighSchool: say('初中及以下', 'without high school'), belowHighSchoolShare: say('初中及以下占比', 'share without high school') },
    headlines: { cadres: figure('社区干部', 'Cadres'), over50Share: figure('50 岁以上占比', 'Over fifty, share'), belowHighSchoolShare: figure('初中及以下占比', 'Without high school, share') },
  },
  workReports: {
    name: say('述职考核', 'Yearly accounts'),
    question: say('上一年度社区述职完成了多少，有多少优秀？', 'How many communities gave account last year, and how many were excellent?'),
    formula: say('社区向街道述职，当年 12 月 31 日到期', 'Communities give account to their streets, due on 31 December'),
    answer: say('[{lastYear} 年应述职 {all} 个社区，完成 {done} 个（{percent}%），优秀 {excellent} 个，逾期 {late} 个；]{year} 年已述职 {doneNow} 个，未到期 {due} 个', '[For {lastYear} {done} of {all|community|communities} gave account ({percent} %), {excellent} excellent, {late} late; ]{doneNow} have for {year}, {due} not due yet'),
    columns: { subject: say('述职对象', 'who'), score: say('得分', 'score'), result: say('结果', 'result'), consulted: say('征求过意见', 'consulted'), due: say('期限', 'due'), doneOn: say('完成日', 'done on'), assessmentsLate: say('逾期述职', 'late') },
    headlines: { assessedThisYear: figure('本年已述职', 'Done this year', '本年应述职', 'due this year'), assessedLastYear: figure('上年已述职', 'Done last year', '上年应述职', 'due last year'), excellent: figure('上年优秀', 'Excellent last year', '上年已述职', 'done last year'), meanScore: figure('平均分', 'Mean score') },
  },
  responsibilityZones: {
    name: say('党员责任区、奉献日、服务队', 'Zones, days and teams of service'),
    question: say('哪些社区的党员责任区没有划全？', 'Which communities have not covered all their zones?'),
    formula: say('划定率 = 已划定责任区 ÷ 应划定（楼栋组或网格）', 'Share = zones with a team ÷ zones asked'),
    answer: say('[应划定 {required} 个责任区，已划定 {zones} 个][；{short} 个社区没有划全：{places}][；服务队 {teams} 支]', '[Of {required} zones {zones} have a team][; {short|community is|communities are} short: {places}][; {teams|team|teams}]'),
    columns: { zones: say('已划定责任区', 'zones'), zonesShare: say('划定率', 'share'), serviceDays: say('奉献日活动', 'days of service'), serviceTeams: say('服务队', 'teams') },
    headlines: { zones: figure('已划定责任区', 'Zones', '应划定', 'asked'), serviceDays: figure('奉献日活动', 'Days of service'), serviceTeams: figure('服务队', 'Teams') },
  },
  organisationLife: {
    name: say('三会一课、干部培训、整顿', 'Meetings, training and repair'),
    question: say('哪些社区的三会一课和培训没有跟上？', 'Which communities are behind with meetings and training?'),
    formula: say('应完成 = 全年要求按已过去的期数折算；整顿中的组织单列。本表只供工作人员，不上大屏', 'Due = the year’s number for the periods that are over; organisations being put right stand first. For staff, never on a wall'),
    answer: say('[{all} 项中 {late} 项没有跟上（跟上的占 {percent}%）][，涉及 {communities} 个社区：{places}]；整顿中的党组织 {repairs} 个', '[Of {all} {late} are behind ({percent} % on course)][, in {communities|community|communities}: {places}]; {repairs|organisation is|organisations are} being put right'),
    columns: { duty: say('事项', 'duty'), expected: say('至今应完成', 'due so far'), behind: say('落后事项', 'behind'), due: say('期限', 'due') },
    headlines: { onCourse: figure('跟上的事项', 'On course', '全部事项', 'all'), underRepair: figure('整顿中的党组织', 'Being put right', '全部党组织', 'all organisations') },
  },
  schoolsAndClasses: {
    name: say('社区学校、技能培训班', 'Schools and classes'),
    question: say('哪些社区没有社区学校，今年办了多少班？', 'Which communities have no school, and how many classes were given this year?'),
    formula: say('学校按挂牌登记，培训班按本年登记的班次', 'Schools by their signs, classes by those recorded this year'),
    answer: say('{schools} 所社区学校[，今年办班 {classes} 期][；{without} 个社区没有学校：{places}]', '{schools|school|schools}[, {classes|class|classes} this year][; {without|community has|communities have} none: {places}]'),
    columns: { site: say('所在设施', 'site'), squareMetres: say('面积', 'area'), classes: say('本年培训班', 'classes this year') },
    headlines: { schools: figure('社区学校', 'Schools'), communitiesWith: figure('有学校的社区', 'Communities with one', '全部社区', 'all communities'), classes: figure('本年培训班', 'Classes this year') },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
