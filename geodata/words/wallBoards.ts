import { weekdayOf } from '../hours/clock.ts'
import type { WallBoardCode } from '../model/wall.ts'
import type { Language, Sentence } from './sentence.ts'

/** Words of one board. Details of rule, formula and denominator: minutes, days, workday, and from and to of the twelve months of requests. */
export type WallBoardWords = {
  question: Sentence; rule: Sentence; formula: Sentence; denominator: Sentence
  /** What value, of and the second count are, in this order. */
  measures: readonly Sentence[]
  unit: Sentence
  /** The question answered; `settled` where there is nothing of the kind to answer with. */
  answer: Sentence; settled: Sentence
}

const say = (zh: string, en: string): Sentence => ({ zh, en })

export const wallBoardWords: Readonly<Record<WallBoardCode, WallBoardWords>> = {
  noMeals: {
    question: say('哪些楼没饭吃，为何', 'Which buildings have no meals, and why'),
    rule: say('住宅楼走 {minutes} 分钟到不了一家接纳 60 岁及以上居民的社区食堂，就算没饭吃；按为什么到不了分组。场所按当时开办的，居民按现有人口计算。', 'A residential building has no meals where {minutes} minutes on foot lead to no canteen that admits residents of 60 and over; grouped by why. Sites as they stood then, residents as of today.'),
    formula: say('没饭吃的住宅楼 ÷ 全部住宅楼', 'buildings left out ÷ all residential buildings'), denominator: say('全部住宅楼（栋）', 'all residential buildings'),
    measures: [say('没饭吃的楼（栋）', 'buildings left out'), say('全部住宅楼（栋）', 'all residential buildings'), say('住在其中的 60 岁及以上居民（人）', 'residents of 60 and over in them')], unit: say('栋', 'buildings'),
    answer: say('{of} 栋住宅中 {value} 栋没饭吃{persons}；最多是因为“{first}”（{most} 栋）。', '{value} of {of} residential buildings have no meals{persons}; mostly because: {first} ({most}).'), settled: say('每栋住宅都走得到食堂。', 'Every residential building has a canteen in reach.'),
  },
  hours: {
    question: say('哪个时段断档', 'At which hours is nothing open'),
    rule: say('{workday}（工作日）每半小时：走 {minutes} 分钟能到一家此刻开着、接纳 60 岁及以上居民的社区食堂的人；开放时间不详的按不开计，居民按现有人口计算。', 'For each half hour of {workday}, a workday: residents of 60 and over within {minutes} minutes of a canteen that is open then and admits them; unknown hours count as shut, residents are as of today.'),
    formula: say('此刻够得着的 60 岁及以上居民 ÷ 全部 60 岁及以上居民', 'residents of 60 and over in reach then ÷ all of them'), denominator: say('全部 60 岁及以上居民（人）', 'all residents of 60 and over'),
    measures: [say('够得着的人', 'residents in reach'), say('全部 60 岁及以上居民（人）', 'all residents of 60 and over'), say('开着、接纳他们的食堂（家）', 'canteens open that admit them')], unit: say('人', 'residents'),
    answer: say('{first} 最好：{best}；晚饭时段（{evening}）：{late}。{gap}', 'Best at {first}: {best}; at supper ({evening}): {late}. {gap}'), settled: say('这一天没有够得着、开放时间明确的食堂。', 'On that day no canteen whose hours are known is in reach.'),
  },
  bestOpening: {
    question: say('开哪家最管用', 'Which opening helps most'),
    rule: say('单位自有、目前不是人人可进的食堂和活动室，逐家假设改为人人可进，看走 {minutes} 分钟新覆盖的住宅楼里有多少居民；各家分别算，不可相加；居民按现有人口计算。', 'Canteens and activity rooms of units that do not admit everyone: each in turn as if it admitted everyone, and the residents of the buildings newly within {minutes} minutes; each for itself, not to be added up; residents as of today.'),
    formula: say('开放后覆盖的居民 − 现在覆盖的居民', 'residents covered after opening − residents covered now'), denominator: say('不设分母：逐家的新增人数', 'none: residents gained by each'),
    measures: [say('新增覆盖居民（人）', 'residents gained'), say('', ''), say('其中 60 岁及以上（人）', 'of whom 60 and over')], unit: say('人', 'residents'),
    answer: say('开放{first}最管用：新覆盖 {most} 位居民，其中 60 岁及以上 {older} 位。', 'Opening {first} helps most: {most} more residents, {older} of them 60 and over.'), settled: say('没有哪家单位的食堂或活动室开放后能新覆盖居民。', 'No unit\'s canteen or activity room would bring in more residents.'),
  },
  missingRoom: {
    question: say('缺哪一室', 'Which room is missing'),
    rule: say('一站一园一场七室逐项对照：已建、共享为有，面积不足、在建、缺项如实列出；没有登记的按缺项计。', 'Each item of the catalogue for each community: built or shared is there, too small, under way and missing are shown as they are; what nobody entered counts as missing.'),
    formula: say('每个社区每一项一格', 'one cell for each community and item'), denominator: say('登记过的社区 × 目录项目', 'communities with entries × items'),
    measures: [say('缺项的社区（个）', 'communities that lack it')], unit: say('个', 'communities'),
    answer: say('{of} 个社区中 {value} 个不齐；缺得最多的是{first}（{most} 个社区）。', '{value} of {of} communities are incomplete; missing most often: {first} ({most}).'), settled: say('各社区各项齐全。', 'Every community has every item.'),
  },
  shutRooms: {
    question: say('哪些室建了不开', 'Which rooms are built and not open'),
    rule: say('已建成且登记了地点的各室，{workday}（工作日）17:00 以后没有一刻向居民开放的，算建了不开；开放时间不详的按不开计。', 'Rooms that are built and whose place is known count as not open where at no time after 17:00 of {workday}, a workday, they let residents in; unknown hours count as shut.'),
    formula: say('17:00 后不开的室 ÷ 建成的室', 'rooms shut after 17:00 ÷ rooms built'), denominator: say('建成且登记了地点的室（间）', 'rooms built whose place is known'),
    measures: [say('不开的室（间）', 'rooms not open'), say('建成的室（间）', 'rooms built')], unit: say('间', 'rooms'),
    answer: say('{of} 间建成的室中 {value} 间 17:00 后不开；最多的是{first}（{most} 间）。', '{value} of {of} rooms are not open after 17:00; most of them in {first} ({most}).'), settled: say('建成的室 17:00 后都开。', 'Every room that is built is open after 17:00.'),
  },
  emptyCarriers: {
    question: say('哪栋楼宇空白', 'Which building is blank'),
    rule: say('楼宇、园区、商圈市场逐处：实际经营的企业中有党组织（单独或联合）的，和有组织或有指导员、联络员、群团的；组织覆盖最低的在前。', 'For each tower, park and market: operating enterprises with an organisation of their own or a joint one, and those with an organisation or an instructor, liaison or mass organisation; the least organised first.'),
    formula: say('组织覆盖＝有党组织的企业 ÷ 实际经营企业；工作覆盖＝有组织或有工作力量的企业 ÷ 实际经营企业', 'organisation = enterprises with an organisation ÷ operating enterprises; work = those with either ÷ operating enterprises'), denominator: say('实际经营企业（家）', 'operating enterprises'),
    measures: [say('有党组织的企业（家）', 'enterprises with an organisation'), say('实际经营企业（家）', 'operating enterprises'), say('有工作覆盖的企业（家）', 'enterprises with work coverage')], unit: say('家', 'enterprises'),
    answer: say('{carriers} 处载体中，{blank} 处一家也没建党组织；覆盖最低的是{first}：{firms} 家企业，组织覆盖 {most} 家，工作覆盖 {work} 家。', '{blank} of {carriers} places have no organisation at all; lowest is {first}: {firms} enterprises, {most} organised, {work} with work coverage.'), settled: say('没有登记实际经营的企业。', 'No operating enterprise was entered.'),
  },
  fillSeats: {
    question: say('谁该增补', 'Who is to be added'),
    rule: say('任期内没有人在任的委员席位，从上一任离任（没有上一任的从本届开始）起算；超过 {days} 天为超期，空得最久的在前。', 'Seats of standing committees that nobody holds, from the end of the last tenure, or the beginning of the term; late after {days} days, the longest first.'),
    formula: say('空缺天数＝今天 − 上一任离任日', 'days vacant = day − end of the last tenure'), denominator: say('任期内的全部席位', 'all seats of standing committees'),
    measures: [say('空缺天数', 'days vacant')], unit: say('天', 'days'),
    answer: say('{value} 个席位空着，{late} 个已超期；{first}空得最久（{most} 天）。', '{value} seats are vacant, {late} of them late; {first} the longest ({most} days).'), settled: say('没有空缺席位。', 'No seat is vacant.'),
  },
  fewReported: {
    question: say('报到哪里缺人', 'Where too few report'),
    rule: say('到社区报到的在职党员，少的在前；人数太少或为保护少数而不显示的排在最前，并注明。', 'In-service members reported to each community, the fewest first; those too few to be told, or held back to protect them, come first and are marked.'),
    formula: say('各社区登记的报到在职党员之和', 'sum of in-service members entered by community'), denominator: say('不设分母：报到人数', 'none: members reported'),
    measures: [say('报到在职党员（人）', 'members reported'), say('', ''), say('报到单位（家）', 'units reported')], unit: say('人', 'members'),
    answer: say('显示得出的社区中最少的是{first}（{most} 人）{untold}。', 'Of the communities that can be told, {first} has the fewest ({most}){untold}.'), settled: say('各社区人数都太少或须保护，不显示。', 'All communities have too few or are held back.'),
  },
  unmanaged: {
    question: say('哪些小区失管', 'Which estates are unmanaged'),
    rule: say('既没有物业公司或自管、又没有业委会的小区为失管；两者缺一，或业委会任期已满，为不全。', 'An estate without property management, by a company or its own, and without an owners\' committee is unmanaged; where one of the two is lacking, or its term is over, it is incomplete.'),
    formula: say('失管小区 ÷ 登记的小区', 'unmanaged estates ÷ estates entered'), denominator: say('登记的小区（个）', 'estates entered'),
    measures: [], unit: say('个', 'estates'),
    answer: say('{of} 个小区中 {value} 个失管，{partial} 个物业、业委会不全。', '{value} of {of} estates are unmanaged, {partial} incomplete.'), settled: say('没有失管小区。', 'No estate is unmanaged.'),
  },
  requestPlaces: {
    question: say('诉求集中在哪', 'Where requests gather'),
    rule: say('{from} 至 {to} 的群众诉求件数，多的在前；第二个数是已解决的。', 'Requests from {from} to {to}, most first; the second count is of those settled.'),
    formula: say('各区域诉求件数之和', 'sum of requests by area'), denominator: say('不设分母：件数', 'none: number of requests'),
    measures: [say('诉求（件）', 'requests'), say('', ''), say('已解决（件）', 'settled')], unit: say('件', 'requests'),
    answer: say('共 {value} 件，最多的是{first}（{most} 件，占 {percent}%）。', '{value} in all, most in {first} ({most}, {percent}%).'), settled: say('没有诉求。', 'There are no requests.'),
  },
  unclaimed: {
    question: say('哪些需求没人认领', 'Which needs has nobody taken'),
    rule: say('需求清单中仍在公示、还没有单位或社区认领的，等得最久的在前。', 'Open needs of the list that no unit and no community has taken, the longest waiting first.'),
    formula: say('没人认领的需求 ÷ 全部需求', 'needs nobody has taken ÷ all needs'), denominator: say('在列的需求（项）', 'needs on the list'),
    measures: [say('已等天数', 'days waiting')], unit: say('天', 'days'),
    answer: say('{value} 项需求没人认领；等得最久的是“{first}”（{most} 天）。', '{value} needs are not taken; "{first}" has waited longest ({most} days).'), settled: say('每项需求都有人认领。', 'Every need has been taken.'),
  },
  closedTasks: {
    question: say('今年销号几件', 'How many are done this year'),
    rule: say('清单事项按来由分：今年办结销号的，和今年销号的连同仍在办的。', 'Tasks by where they come from: those done this year, of those and the ones still open.'),
    formula: say('今年销号 ÷（今年销号＋在办）', 'done this year ÷ (done this year + open)'), denominator: say('今年销号的和在办的（件）', 'done this year and still open'),
    measures: [say('今年销号（件）', 'done this year'), say('今年销号和在办（件）', 'done this year and open')], unit: say('件', 'tasks'),
    answer: say('今年销号 {value} 件，还有 {left} 件在办；销得最多的是“{first}”（{most} 件）。', '{value} done this year, {left} still open; most of them: {first} ({most}).'), settled: say('今年还没有销号的事项，{left} 件在办。', 'None is done this year yet, {left} are open.'),
  },
}

/** Parts of answers. */
export const wallAnswerWords = {
  persons: say('，住着 {residents} 位 60 岁及以上居民', ', where {residents} residents of 60 and over live'),
  shareAgain: say('{percent}%', '{percent}%'),
  sharePart: say('{percent}% 的 60 岁及以上居民够得着', '{percent}% of those of 60 and over in reach'),
  openPart: say('开着 {open} 家食堂', '{open} canteens open'),
  gap: say('{from}–{to} 一家也够不着。', 'From {from} to {to} none is in reach.'),
  lacks: say('{area}还缺{items}。', '{area} still lacks {items}.'),
  untold: say('；另有 {untold} 个社区人数太少或须保护，不显示', '; {untold} more are too few or held back'),
  seat: say('{area}第 {number} 席', '{area}, seat {number}'),
  vacantNote: say('{category}{unit}', '{category}{unit}'),
  lateUnit: say(' · 上一任：{unit}', ' · last: {unit}'),
  dueNote: say('应建未建 {due} 家', '{due} due without an organisation'),
  unitsNote: say('单位报到 {done}/{of} 家', 'units reported {done}/{of}'),
  fewNote: say('人数太少或须保护，不显示', 'too few or held back'),
  estateNote: say('{property} · {owners}', '{property} · {owners}'),
  siteNote: say('{audience} · {unit}', '{audience} · {unit}'),
  needNote: say('{category} · {area}', '{category} · {area}'),
  rest: say('未落到更小区域的', 'in no smaller area'),
} as const satisfies Readonly<Record<string, Sentence>>

const weekdays = [say('星期一', 'Monday'), say('星期二', 'Tuesday'), say('星期三', 'Wednesday'), say('星期四', 'Thursday'), say('星期五', 'Friday'), say('星期六', 'Saturday'), say('星期日', 'Sunday')]

/** yyyy-mm-dd as 6月30日 星期二, with the name of a holiday where it has one. */
export function wallDayName(day: string, holiday: string, language: Language): string {
  const [, month, date] = day.split('-').map(Number), weekday = weekdays[weekdayOf(day) - 1][language]
  const said = language === 'zh' ? `${month}月${date}日 ${weekday}` : `${weekday} ${day}`
  return holiday === '' ? said : `${said} ${holiday}`
}
