import { count, exact, thin } from '../../geodata/words/figure.ts'

export { count, exact, thin }

export type Lang = 'zh' | 'en'

/** What stands where there is no number. */
export const dash = '—'

/** Whether a figure of people has to be hidden: the server sent none, or it is one below the catalogue's k (PRODUCT.md, "Who may see what"). */
export const isFew = (value: number | null, k: number): boolean => value === null || (value > 0 && value < k)

/** What stands for a figure that is too small to be shown. */
export const fewSign = (k: number): string => `<${k}`

/** People in one building or class: never shown below the catalogue's k. */
export const fewPeople = (value: number | null, k: number, lang: Lang): string => (value === null || isFew(value, k) ? fewSign(k) : count(value, lang))

/** A share 0..1 as a percentage with one decimal; never rounded onto 0 or 100 unless it is. */
export const share = (value: number | null): string => {
  if (value === null || !Number.isFinite(value)) return dash
  const tenths = Math.round(value * 1000)
  if (tenths === 0 && value > 0) return '<0.1%'
  if (tenths === 1000 && value < 1) return '>99.9%'
  return `${(tenths / 10).toFixed(1)}%`
}

/** Minutes for reading: whole from ten, else at most one decimal. */
export const minutes = (value: number): string => (value >= 10 ? exact(value) : String(Math.round(value * 10) / 10))

/** A walk and what it misses so that both agree with the limit: 19 and 9 of 10; near the limit with one decimal. */
export const walkAndMiss = (walkMinutes: number, missesByMinutes: number): { walk: string; misses: string | null } => {
  if (missesByMinutes <= 0) return { walk: minutes(walkMinutes), misses: null }
  const limit = walkMinutes - missesByMinutes
  const wholeLimit = Math.abs(limit - Math.round(limit)) < 1e-6
  if (missesByMinutes < 1 || !wholeLimit) {
    const misses = Math.max(0.1, Math.round(missesByMinutes * 10) / 10)
    return { walk: oneDecimal(limit + misses), misses: oneDecimal(misses) }
  }
  const walk = Math.round(walkMinutes)
  return { walk: exact(walk), misses: exact(walk - Math.round(limit)) }
}

/** Size of a file in the unit that reads best, one decimal from a thousand on. */
export const bytes = (size: number): string => (size < 1000 ? `${size} B` : size < 1_000_000 ? `${oneDecimal(size / 1000)} kB` : size < 1_000_000_000 ? `${oneDecimal(size / 1_000_000)} MB` : `${oneDecimal(size / 1_000_000_000)} GB`)

/** yyyy-mm-dd as people write it. */
export const day = (iso: string, lang: Lang): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!parts) return iso
  const [, year, month, date] = parts as unknown as [string, string, string, string]
  if (lang === 'zh') return `${year}${thin}年${thin}${Number(month)}${thin}月${thin}${Number(date)}${thin}日`
  return `${Number(date)} ${englishMonths[Number(month) - 1] ?? month} ${year}`
}

/** The hour and minute of an instant in the city's time. */
export const hourOf = (instant: number): string => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10)
