import type { DayType, HolidayCode } from '../../model/holidays.ts'
import type { SessionName } from '../rule.ts'

/** Words for kinds of days. 节假日 is read by what happens then: see groups.ts. */
export const typeWords: readonly (readonly [RegExp, readonly DayType[]])[] = [
  [/(?:国家)?法定(?:节假日|假日|节日|假期|休假日)|公[众共]假[期日]|国定假日|国家节假日/y, ['holiday']],
  [/调休(?:上班|工作)日?|补班日?/y, ['makeup']],
  [/(?:普通|平常)工作日/y, ['workday']],
  [/工作日|上班日|平日(?!间)/y, ['workday', 'makeup']],
  [/周末|双休日?|休息日|(?:周|星期|礼拜)末/y, ['rest']],
  [/节假日/y, ['rest', 'holiday']],
]

/** Those that are no holidays. What 周末 alone stands for: weekend.ts. */
export const ordinaryWeekend = /(?:普通|平常)(?:周末|双休日)/y

export const holidayWords: readonly (readonly [RegExp, HolidayCode])[] = [
  [/元旦(?:节)?/y, 'newYear'], [/春节|农历新年/y, 'springFestival'], [/清明(?:节)?/y, 'qingming'], [/劳动节|五一(?:劳动节)?/y, 'labourDay'],
  [/端午(?:节)?/y, 'dragonBoat'], [/中秋(?:节)?/y, 'midAutumn'], [/国庆(?:节)?/y, 'nationalDay'],
]
export const holidayTail = /\s?(?:法定(?:节?假日|假期))?\s?(?:放假期间|假期期间|假期|长假期间|长假|期间|小长假)?/y
/** One day of a holiday, and not all its days off: which, the calendar does not tell. */
export const holidayPart = /\s?的?(?:节日)?(?:当[天日]|首日|第[一二三四五六七1-7]天|前[一二三四五六七1-7]?[天日]|前夕|前后)/y

export const sessionWords: readonly (readonly [RegExp, SessionName])[] = [
  [/早餐|早饭|早点(?!\d)/y, 'breakfast'], [/午餐|午饭|中餐|中饭/y, 'lunch'], [/晚餐|晚饭/y, 'dinner'],
  [/上午场/y, 'morning'], [/下午场/y, 'afternoon'], [/晚场|晚间场/y, 'evening'], [/急诊/y, 'emergency'], [/门诊/y, 'outpatient'],
]

/** What each word does; the first that matches is taken, so longer ones stand first. */
export const actWords: readonly (readonly [RegExp, ActWord])[] = [
  [/调休上班的周末,?按星期几开门|放假和调休时也按星期几开门/y, 'byWall'],
  [/无需预约|无须预约|不需预约|不用预约|免预约|不必预约/y, 'label'],
  [/(?:均|都)?(?:此时段)(?:需|须)预约/y, 'bookThis'],
  [/(?:均|都)(?:需要?|须|要|请|凭|实行|采取|可|只限|仅限|限)?(?:提前|事先|电话)*预约(?:制|开放|入场|入馆|进入|参观|使用|后开放)?/y, 'bookAll'],
  [/(?:需要?|须|要|请|凭|实行|采取|可|只限|仅限|限)?(?:提前|事先|电话)*预约(?:制|开放|入场|入馆|进入|参观|使用|后开放)?/y, 'book'],
  [/(?:闭馆|关门|闭园|关闭|结束|闭场|停业|打烊)前\s?(\d{1,3}|半|一|二|两)\s?(?:个)?(分钟|小时)\s?(?:停止|截止|不再)(?:入场|入馆|入园|进入|进馆|进场|接待)/y, 'entryBefore'],
  [/(?:以?后)?(?:停止|截止|最后|最晚|最迟)(?:入场|入馆|入园|进入|进馆|进场|检票|售票|发票|领票|取票|挂号|取号|点餐|接待)(?:时间)?(?:为)?\s?:?/y, 'entry'],
  [/(?:全年|年中|天天|全天)(?:无休|不休|不打烊)|全年(?:365|三百六十五)天/y, 'allYear'],
  [/照常(?:开放|营业|办公|服务|开门|供餐|供应)?|无休|不休息?|不打烊|不放假|正常(?:开放|营业|办公|服务)/y, 'usual'],
  [/暂?不(?:供应|开放)/y, 'withheld'],
  [/(?:暂时|临时)?(?:暂停|停止)(?:对外)?(?:开放|营业|服务|使用|供餐|办公|接待)|(?:暂?不对外|暂?不)(?:开放|营业|办公|上班|供餐|供应|开门|服务|接待)|闭馆|休馆|闭园|闭场|休息|休业|停业|关闭|关门|放假|停诊|停餐|公休|打烊|歇业|(?<=[日一二三四五六天末假])休(?=[\s,;、。)\n]|$)/y, 'closed'],
  [/直至另行通知|直到另行通知|至另行通知(?:为止)?|恢复时间另行通知|(?:开放|恢复)时间另行通知/y, 'untilNotice'],
  [/除外/y, 'except'],
  [/除了?(?!夕)/y, 'exceptOpen'],
  [/以外|之外|外(?=[\s,;、。:]|每|全|均|都|逢|周|星|开|照|正|闭|休|\d)/y, 'exceptClose'],
  [/(?:另有|加开|增开|另开|另外还?)/y, 'also'],
  [/但是|但|不过/y, 'but'],
  [/(?:其余|其他|其它)(?:时间|日期|日子|月份|时段|各?日|每?天)/y, 'others'],
  [/(?:午间?|中午)休息?(?:时间)?(?=\s?[:(]?\s?\d)/y, 'noonBreak'],
  [/夏(?:季|令时?|时制)(?:作息)?(?:时间)?|冬(?:季|令时?|时制)(?:作息)?(?:时间)?|春季|秋季|春秋季|旺季|淡季/y, 'seasonLabel'],
  [/星期按日历(?:,不随调休)?/y, 'byWall'],
  [/星期随调休/y, 'asWorked'],
  [/的/y, 'of'],
  [/[和及与]|以及|并/y, 'and'],
]
export type ActWord = 'label' | 'offers' | 'bookThis' | 'book' | 'bookAll' | 'entryBefore' | 'entry' | 'usual' | 'closed' | 'withheld' | 'untilNotice' | 'except' | 'exceptOpen' | 'exceptClose' | 'also' | 'but' | 'others' | 'noonBreak' | 'seasonLabel' | 'allYear' | 'byWall' | 'asWorked' | 'of' | 'and'

/** Said beside the hours, without bearing on when the door is open. Whatever is not here is reported. */
export const harmless: readonly RegExp[] = [
  /(?:每日|日常|对外|平时)?(?:开放|营业|服务|办公|开馆|开门|就餐|用餐|供餐|接待|受理|办理|上班|工作|作息|活动|门诊|应诊|售票)时间(?:为|是)?/y,
  /时间(?:为|是)?/y,
  /免费(?:入场|参观|使用|进入|入馆|入园)?|凭(?:有效|本人|居民)?(?:身份)?证(?:件)?(?:免费)?(?:进入|入场|入馆|进馆|领票)?|刷(?:卡|脸|身份证)(?:进入?|入内|开门|入场)?|扫码(?:进入?|入内|入场|开门|登记)?|自助(?:借还|服务)?/y,
  /(?:以\s?\d\s?小时为\s?(?:1|一)\s?[节场](?:计算)?)/y,
  /[*※]?(?:此|本)?(?:场地|球场)?(?:不设|未设有|没有)(?:泛光)?灯(?:光)?(?:照明)?/y,
  /以上[^,;。()\n]{1,30}(?:设施|场地|场馆)/y,
  /如?遇(?=(?:国家)?法定|国定|节假日|元旦|春节|清明|劳动节|端午|中秋|国庆)/y,
  /将?于|自即日起(?=每)|即|为|在|均|都|则|其中|期间|当天?(?=[\s,休闭开照])|分时段|全程/y,
  /欢迎光临|敬请(?:谅解|原谅)|不便之处,?敬请(?:谅解|原谅)|谢谢/y,
  /(?:中午|午间)不(?:休息|间断|关门|休)/y,
]

/** That there is something at those hours. */
export const offering = /(?:免费)?(?:对外|向公众|对公众|对居民|面向居民)?(?:开放|营业|供应|供餐|办公|接待|受理|开馆|开门|服务|上班|办理)(?:服务|业务)?/y

/** Understood, and no rule can hold it: to be told beside the hours. */
export const caveatWords: readonly RegExp[] = [
  /(?:定期)?(?:保养|维修|维护|检修|清洁|消毒)日?除外(?!:)/y,
  /(?:特殊|恶劣天气|极端天气|特殊天气|雨雪天气)(?:情况)?(?:除外|不开放|暂停开放)|(?:雨天|大风天?)(?:除外|不开放|暂停开放)/y,
  /(?:具体|实际|如有(?:变动|调整|变化))?(?:时间)?,?(?:请)?以(?:现场|门口|当日|当天|实际|场馆|最新)?(?:公告|公示|通知|告示|安排)?为准|如有(?:变动|调整|变化),?(?:请)?(?:以[^,;。()]{0,10}为准|另行通知)/y,
]
