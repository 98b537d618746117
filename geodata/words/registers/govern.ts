import { governAreaWords } from './governAreas.ts'
import { governMeetingWords } from './governMeetings.ts'
import { figure, say } from './say.ts'
import type { RegisterWords } from './register-words.ts'

const seats = say('席位', 'seats'), held = say('在任', 'held'), vacant = say('空缺', 'vacant')

const seatWords = {
  greatCommittees: {
    name: say('社区大党委', 'Great committees of communities'),
    question: say('哪些社区建立了大党委，委员到位率多少？', 'Which communities have a great committee, and how many of its seats are held?'),
    formula: say('委员到位率 = 有在任者的席位 ÷ 届期内社区大党委的全部席位', 'Share held = seats with a tenure on the day ÷ all seats of great committees whose term runs'),
    answer: say('{communities} 个社区中 {having} 个建立了大党委[，未建立：{missing}]；{seats} 个席位有人在任 {held} 个[，委员到位率 {percent}%]', '{having} of {communities|community has|communities have} one[, not so {missing}]; {held} of {seats} seats are held[, {percent} %]'),
    columns: { seats, held, vacant, heldShare: say('委员到位率', 'share held'), unitsSeated: say('有席位的单位', 'units with seats'), brand: say('品牌', 'brand') },
    headlines: { communitiesWith: figure('建立大党委的社区', 'Communities with one', '全部社区', 'all communities'), seatsHeld: figure('在任席位', 'Seats held', '全部席位', 'all seats'), heldShare: figure('委员到位率', 'Share of seats held') },
  },
  seatMix: {
    name: say('席位构成', 'What seats are made of'),
    question: say('席位由哪几类单位构成，各占多少？', 'Which kinds of units hold the seats, and in what shares?'),
    formula: say('各类占比 = 该类席位 ÷ 社区大党委全部席位（含空缺）；两新、物业、楼宇合为一类，分列三种', 'Share = seats of the group ÷ all seats of great committees, vacant ones among them; new organisations, property firms and towers are one group of three kinds'),
    answer: say('{seats} 席：机关企事业 {institution}（{institutionPercent}%），两新·物业·楼宇 {twoNewPropertyTower}（{twoNewPropertyTowerPercent}%），社区民警 {police}（{policePercent}%）[，离退休 {retired}（{retiredPercent}%）]', '{seats} seats: institutions {institution} ({institutionPercent} %), new organisations, property and towers {twoNewPropertyTower} ({twoNewPropertyTowerPercent} %), police {police} ({policePercent} %)[, retired {retired} ({retiredPercent} %)]'),
    columns: {
      seats, institution: say('机关企事业', 'institutions'), twoNew: say('两新组织', 'new organisations'), property: say('物业公司', 'property'), tower: say('商务楼宇', 'towers'), police: say('社区民警', 'police'), retired: say('离退休', 'retired'),
      institutionShare: say('机关企事业占比', 'institutions, share'), twoNewPropertyTowerShare: say('两新·物业·楼宇占比', 'new, property, towers, share'), policeShare: say('民警占比', 'police, share'), retiredShare: say('离退休占比', 'retired, share'),
    },
    headlines: { institution: figure('机关企事业', 'Institutions', '全部席位', 'all seats'), twoNewPropertyTower: figure('两新·物业·楼宇', 'New, property, towers', '全部席位', 'all seats'), police: figure('社区民警', 'Police', '全部席位', 'all seats'), retired: figure('离退休干部党员', 'Retired officials', '全部席位', 'all seats') },
  },
  vacancies: {
    name: say('席位空缺', 'Vacant seats'),
    question: say('哪些社区的席位空缺超过规定天数？', 'Which seats of which communities have been empty over 90 days?'),
    formula: say('空缺 = 现任委员会的席位 − 有在任者的席位；空缺天数自上一任离任之日起算，无前任的自届期开始之日起算', 'Vacant = seats of standing committees − seats with an open tenure; days count from the end of the last tenure, else from the start of the term'),
    answer: say('社区大党委和街道大工委 {seats} 个席位空缺 {vacant} 个，其中 {long} 个超过 {days} 天，在{places}', '{vacant} of {seats|seat is|seats are} vacant, {long} of them for more than {days} days, in {places}'),
    answerNone: say('社区大党委和街道大工委 {seats} 个席位均无超过 {days} 天的空缺', 'None of {seats} seats has been vacant for more than {days} days'),
    headlines: { vacant: figure('空缺席位', 'Vacant seats', '社区大党委和街道大工委席位', 'seats of communities and streets'), vacantLong: figure('空缺超过规定天数', 'Vacant beyond the rule', '空缺席位', 'vacant seats') },
    columns: { seatNumber: say('席位号', 'seat'), lastUnit: say('上一任所在单位', 'last unit'), vacantSince: say('空缺起始', 'vacant since'), vacantDays: say('空缺天数', 'days') },
  },
  byElections: {
    name: say('席位增补', 'Filling seats within the term'),
    question: say('哪些委员会该增补而没有安排？', 'Which committees should fill a seat and have planned nothing?'),
    formula: say('席位空缺超过规定天数且没有拟增补的为逾期；每届届中最多增补一次，超过一次的标为“部分”', 'Late: a seat vacant beyond the rule and no round planned; a term allows one round, more are marked partly'),
    answer: say('{late} 个委员会的 {vacant} 个席位空缺超过 {days} 天未安排增补：{places}；本届已增补 {held} 次', '{late|committee has|committees have} planned nothing for {vacant|seat|seats} vacant over {days} days: {places}; {held|round was|rounds were} held this term'),
    answerNone: say('没有逾期未增补的委员会；本届已增补 {held} 次', 'No committee is late; {held|round was|rounds were} held this term'),
    columns: { vacant, vacantSince: say('空缺起始', 'vacant since'), rounds: say('本届增补次数', 'rounds this term'), status: say('增补状态', 'status'), method: say('产生方式', 'method'), date: say('增补日期', 'date'), seatsFilled: say('增补席位', 'seats filled'), late: say('逾期未增补', 'late') },
    headlines: { late: figure('逾期未增补', 'Late', '有空缺或增补的委员会', 'committees with vacancies or rounds'), held: figure('已增补', 'Held', '有空缺或增补的委员会', 'committees with vacancies or rounds') },
  },
  roster: {
    name: say('委员名册', 'Who sits where'),
    question: say('每个席位由哪个单位的什么职务担任？', 'Which unit and which post holds each seat?'),
    formula: say('席位只记单位和职务，不记姓名；连线为单位到社区', 'A seat names its unit and post, never a person; lines run from unit to community'),
    answer: say('社区大党委和街道大工委 {seats} 个席位有人在任 {held} 个，来自 {units} 个驻区单位[；其中书记 {secretaries} 名][，社区民警 {police} 名]', '{held} of {seats} seats are held, from {units|unit|units}[; {secretaries|secretary|secretaries}][, {police|police officer|police officers}]'),
    columns: { seatNumber: say('席位号', 'seat'), seatRole: say('职务', 'role'), post: say('在单位的职务', 'post'), appointedBy: say('产生方式', 'appointed by'), heldSince: say('到任日', 'since') },
    headlines: { held: figure('在任席位', 'Seats held', '社区大党委和街道大工委席位', 'seats of communities and streets'), unitsSeated: figure('有席位的单位', 'Units with seats', '驻区单位（含不设席位的）', 'units, those without seats among them') },
  },
  streetCommittees: {
    name: say('街道大工委', 'Great committees of streets'),
    question: say('哪些街道建立了大工委？', 'Which streets have a great committee?'),
    formula: say('建立率 = 届期内有大工委的街道 ÷ 全部街道；全市数取自行政区划名册', 'Streets with one whose term runs ÷ all streets; the city’s figure is that of its register of places'),
    answer: say('地图上 {streets} 个街道中 {having} 个已建立[；全市名册 {registered} 个街道中 {registeredWith} 个已建立]', '{having} of {streets|street|streets} on the map[; {registeredWith} of {registered} in the city’s register]'),
    columns: { seats, held, heldShare: say('委员到位率', 'share held'), secretary: say('书记（职务）', 'secretary, by post') },
    headlines: { streetsWith: figure('建立大工委的街道', 'Streets with one', '地图上的街道', 'streets on the map'), registeredWith: figure('全市名册中已建立', 'With one, in the register', '全市街道', 'streets of the city') },
  },
  twoNewSeats: {
    name: say('席位中的两新', 'New organisations among the seats'),
    question: say('两新、物业、楼宇各有几个席位？', 'How many seats have new organisations, property firms and towers?'),
    formula: say('占比 = 两新、物业、楼宇席位之和 ÷ 社区大党委全部席位（含空缺）', 'Share = seats of the three ÷ all seats of great committees, vacant ones among them'),
    answer: say('{seats} 席中两新·物业·楼宇 {group} 席，占 {percent}%：两新 {twoNew}、物业 {property}、楼宇 {tower}', '{group} of {seats} seats, {percent} %: new organisations {twoNew}, property {property}, towers {tower}'),
    columns: { seats, twoNew: say('两新组织', 'new organisations'), property: say('物业公司', 'property'), tower: say('商务楼宇', 'towers'), group: say('三类合计', 'the three'), groupShare: say('三类占比', 'share of the three'), vacant },
    headlines: { group: figure('两新·物业·楼宇席位', 'Seats of the three', '全部席位', 'all seats'), twoNew: figure('两新组织', 'New organisations', '三类席位', 'seats of the three'), property: figure('物业公司', 'Property firms', '三类席位', 'seats of the three'), tower: figure('商务楼宇', 'Towers', '三类席位', 'seats of the three') },
  },
} as const satisfies Readonly<Record<string, RegisterWords>>

export const governWords = { ...seatWords, ...governAreaWords, ...governMeetingWords }
