import { weekdayIn } from './numerals.ts'

const week = '(?:周|星期|礼拜)'
/** 每周六天 is six days, not Saturday. */
const day = String.raw`(?:[一二三四五六日天](?!天)|[1-7](?![\d:点时天]))`
const first = new RegExp(`(?:每逢|逢|每个|每)?\\s?${week}\\s?(${day})`, 'y')
/** 至周五, 至五, -5 */
const upTo = new RegExp(`\\s*(?:-+|至|到)\\s*${week}?\\s?(${day})(?![点时])`, 'y')
/** 、周三 and 和周日, and without its word only after a sign of a list or at once: 周一、三、五 and 周一三五. */
const another = new RegExp(`(?:\\s*[、,及和与]\\s*|\\s*)${week}\\s?(${day})|[、及和与,]?([一二三四五六日天])(?![点时十楼层天])`, 'y')

/** Weekdays at this place, 1 Monday … 7 Sunday, as a list of whatever length: 周一至周五, 周一三五, 星期六、日. `length` 0: there are none. */
export function weekdaysAt(text: string, at: number): { weekdays: number[]; length: number } {
  const begin = matchAt(first, text, at)
  if (!begin) return { weekdays: [], length: 0 }
  const weekdays: number[] = [weekdayIn(begin[1] ?? '')]
  let end = at + begin[0].length
  for (;;) {
    const range = matchAt(upTo, text, end)
    const more = range ?? matchAt(another, text, end)
    if (!more) return { weekdays, length: end - at }
    const day = weekdayIn(more[1] ?? more[2] ?? '')
    if (range) for (let passed = weekdays[weekdays.length - 1] ?? day; passed !== day; ) weekdays.push((passed = (passed % 7) + 1))
    else weekdays.push(day)
    end += more[0].length
  }
}

const ordinal = '(?:第?([一二三四五1-5])(?:个)?|(最后一?个?|末个?))'
const firstNth = new RegExp(`每个?月的?(?:第([一二三四五1-5])个?|(最后一?个|末个))`, 'y')
const anotherNth = new RegExp(`\\s*[、,及和与]\\s*${ordinal}(?=\\s?(?:[、,及和与第最末周星礼]))`, 'y')

/** 每月第二个周三, 每月第一、三个星期一, 每月最后一个周五. Ordinals 1..5, -1 the last. */
export function nthWeekdaysAt(text: string, at: number): { nth: number[]; weekdays: number[]; length: number } {
  const none = { nth: [], weekdays: [], length: 0 }
  const begin = matchAt(firstNth, text, at)
  if (!begin) return none
  const nth = [begin[1] === undefined ? -1 : weekdayIn(begin[1])]
  let end = at + begin[0].length
  for (let more = matchAt(anotherNth, text, end); more; more = matchAt(anotherNth, text, end)) {
    nth.push(more[1] === undefined ? -1 : weekdayIn(more[1]))
    end += more[0].length
  }
  const days = weekdaysAt(text, end)
  return days.length === 0 ? none : { nth, weekdays: days.weekdays, length: end + days.length - at }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
