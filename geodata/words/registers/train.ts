import { figure, say } from './say.ts'
import type { RegisterWords } from './register-words.ts'
import { trainMemberWords } from './trainMembers.ts'

const reported = say('报到党员', 'members reported'), due = say('期限', 'due'), doneOn = say('完成日', 'done on')

const checkinWords = {
  doubleCheckin: {
    name: say('双报到', 'Reporting in, both ways'),
    question: say('报到党员集中在哪里，哪个社区最少？', 'Where have members reported, and where fewest?'),
    formula: say('单位到社区、社区到单位两个方向分别计；报到党员为在职党员人数，按社区汇总', 'Units to communities and communities to units are counted apart; members in service who reported are summed by community'),
    answer: say('{members} 名在职党员报到[~，{percent}% 在{most}][~；最少的是{least}，{leastMembers} 名]；单位报到 {units}/{unitsOf}，社区回访 {back}/{backOf}', '{members|member|members} reported[~, {percent} % in {most}][~; fewest in {least}: {leastMembers}]; units {units} of {unitsOf}, communities {back} of {backOf}'),
    columns: { reported, perHundredHouseholds: say('每百户报到党员', 'per hundred households'), unitsReported: say('已报到单位', 'units reported'), unitsDue: say('应报到单位', 'units asked'), communitiesReported: say('已到单位报到', 'reported to units'), communitiesDue: say('应到单位报到', 'asked to report to units') },
    headlines: { reported: figure('报到党员', 'Members reported'), unitsReported: figure('单位到社区报到', 'Units to communities', '应报到单位', 'units asked'), communitiesReported: figure('社区到单位报到', 'Communities to units', '应到单位', 'units to go to'), cityReported: figure('全市报到党员（上报数）', 'Whole city, as reported upward') },
  },
  claimedPosts: {
    name: say('认岗', 'Posts claimed'),
    question: say('哪些岗位、哪些社区缺人认领？', 'Which posts of which communities are unclaimed?'),
    formula: say('缺口 = 需要 − 认领（逐岗位，不为负）；人均次数 = 近 12 个月服务次数 ÷ 报到党员', 'Gap = needed − claimed, post by post; times per member = services in twelve months ÷ members reported'),
    answer: say('需要 {needed} 个岗位，认领 {claimed} 个，缺 {gap} 个；缺得最多的岗位是{kind}（{kindGap} 个）[~，社区是{place}（{placeGap} 个）][；{communities} 个社区中 {enough} 个人均每年服务不少于 {times} 次]', '{claimed} of {needed|post is|posts are} claimed, {gap} are not; most of {kind} ({kindGap})[~, and in {place} ({placeGap})][; members of {enough} of {communities|community|communities} serve at least {times} times a year]'),
    columns: { needed: say('需要岗位', 'needed'), claimed: say('已认领', 'claimed'), gap: say('缺口', 'gap'), mostShort: say('最缺的岗位', 'most short'), reported, perMember: say('人均岗位', 'posts per member'), serviceTimes: say('近 12 个月服务次数', 'services in 12 months'), timesPerMember: say('人均服务次数', 'times per member'), servedThisMonth: say('当月服务人数', 'members serving this month') },
    headlines: { claimed: figure('已认领岗位', 'Posts claimed', '需要岗位', 'posts needed'), gap: figure('缺口', 'Gap', '需要岗位', 'posts needed'), perMember: figure('人均认领岗位', 'Posts per member'), servedThisMonth: figure('当月服务人数', 'Members serving this month') },
  },
  memberSkills: {
    name: say('在职党员专长', 'What members can do'),
    question: say('哪种专长最缺，有多少党员会？', 'Which skill is wanted most, and how many members have it?'),
    formula: say('专长人数只给合计，不到个人；缺口 = 名称含该专长的岗位需要 − 认领', 'Skills are told as sums, never of a person; open = needed − claimed of the posts whose name holds the skill'),
    answer: say('登记 {skills} 种专长；最缺的是{most}，还有 {open} 个岗位没人认领，会的党员 {members} 名', '{skills|skill|skills} on record; most wanted is {most} with {open|open post|open posts}; {members|member has|members have} it'),
    columns: { skill: say('专长', 'skill'), members: say('党员', 'members'), postsNeeded: say('需要岗位', 'posts needed'), postsOpen: say('未认领', 'open'), skills: say('专长种数', 'skills') },
    headlines: { skills: figure('专长种数', 'Skills'), communitiesWith: figure('有专长登记的社区', 'Communities with any', '全部社区', 'all communities') },
  },
  pairings: {
    name: say('双结对', 'Pairing'),
    question: say('哪些社区还没有单位结对？', 'Which communities have no unit paired with them?'),
    formula: say('结对覆盖率 = 有单位结对的社区 ÷ 全部社区；党员结对只计对数', 'Covered = communities with a unit paired ÷ all communities; pairs of members are counts'),
    answer: say('{units} 对单位与社区结对，{communities} 个社区中 {paired} 个有结对（{percent}%）[；未结对：{places}]', '{units|pair|pairs}; {paired} of {communities|community has|communities have} a unit ({percent} %)[; without: {places}]'),
    answerNone: say('{units} 对单位与社区结对，{communities} 个社区都有结对', '{units|pair|pairs}; all {communities|community has|communities have} a unit'),
    columns: { unitsPaired: say('结对单位', 'units'), memberPairs: say('党员结对', 'pairs of members'), since: say('最早结对', 'first since') },
    headlines: { paired: figure('有结对的社区', 'Communities paired', '全部社区', 'all communities'), unitsPaired: figure('结对单位', 'Units paired', '驻区单位', 'units'), memberPairs: figure('党员结对', 'Pairs of members'), cityUnits: figure('全市结对单位（上报数）', 'Units of the whole city, as reported'), cityPairs: figure('全市党员结对（上报数）', 'Pairs of the whole city, as reported') },
  },
  doubleNotices: {
    name: say('双通报', 'Notices both ways'),
    question: say('今年的双通报完成多少，往年还欠多少？', 'How many of this year’s notices are done, and how many of earlier years never came?'),
    formula: say('两个方向各计一项，当年 12 月 31 日到期；到期未通报为逾期', 'Each direction counts, due on 31 December; not done by then is late'),
    answer: say('{year} 年应通报 {all} 项，完成 {done} 项（{percent}%）：单位向社区 {toCommunity}、社区向单位 {toUnit}；往年逾期未通报 {late} 项', '{done} of {all} in {year} are done ({percent} %): to communities {toCommunity}, to units {toUnit}; {late} of earlier years are late'),
    columns: { direction: say('方向', 'direction'), due, doneOn, noticesLate: say('逾期通报', 'late notices') },
    headlines: { noticesDone: figure('本年已通报', 'Done this year', '本年应通报', 'due this year'), noticesLate: figure('往年逾期', 'Late from earlier years') },
  },
  mutualAssessment: {
    name: say('双向考核、双述双评', 'Assessment both ways'),
    question: say('上一年度的双向考核完成了吗，有多少优秀？', 'Was last year’s mutual assessment done, and how many were excellent?'),
    formula: say('单位由社区评、社区由单位评，当年 12 月 31 日到期', 'Units are assessed by communities and communities by units, due on 31 December'),
    answer: say('[{lastYear} 年应考核 {all} 项，完成 {done} 项（{percent}%），优秀 {excellent} 项，逾期 {late} 项；]{year} 年已完成 {doneNow} 项，未到期 {due} 项', '[For {lastYear} {done} of {all} are done ({percent} %), {excellent} excellent, {late} late; ]{doneNow} are done for {year}, {due} not due yet'),
    columns: { subject: say('考核对象', 'assessed'), score: say('得分', 'score'), result: say('结果', 'result'), consulted: say('征求过意见', 'consulted'), due, doneOn, assessmentsLate: say('逾期考核', 'late') },
    headlines: { assessedThisYear: figure('本年已考核', 'Done this year', '本年应考核', 'due this year'), assessedLastYear: figure('上年已考核', 'Done last year', '上年应考核', 'due last year'), excellent: figure('上年优秀', 'Excellent last year', '上年已考核', 'done last year'), meanScore: figure('平均分', 'Mean score') },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>

export const trainWords = { ...checkinWords, ...trainMemberWords }
