import { computed } from 'vue'
import { dayAndMinute } from '../../geodata/hours/clock.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { instantAt, minuteNow } from './at.ts'

/** Days and times in the reader's words, by the browser's own: on the first page the sentences about hours (geodata/words) would weigh too much. */
export const useTimes = () => {
  const speech = useSpeechStore()
  const locale = computed(() => (speech.lang === 'zh' ? 'zh-CN' : 'en-GB'))
  const written = (day: string, how: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale.value, { ...how, timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`))

  const weekday = (day: string): string => written(day, { weekday: 'short' })
  /** 2月14日, with its year where that is not this one. */
  const date = (day: string): string => written(day, { month: speech.lang === 'zh' ? 'long' : 'short', day: 'numeric', ...(day.slice(0, 4) === dayAndMinute(minuteNow()).day.slice(0, 4) ? {} : { year: 'numeric' }) })
  const minute = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  const half = (halfHour: number): string => minute(halfHour * 30)
  /** 2月14日 周六 11:00 */
  const moment = (at: string): string => {
    const when = dayAndMinute(instantAt(at))
    return `${date(when.day)} ${weekday(when.day)} ${minute(when.minute)}`
  }
  return { weekday, date, half, moment }
}
