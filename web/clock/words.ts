import { computed } from 'vue'
import { calendarOf } from '../../geodata/hours/calendar.ts'
import { dayAndMinute } from '../../geodata/hours/clock.ts'
import { clockText, dateText } from '../../geodata/words/hours.ts'
import { useCityStore } from '../stores/city.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { instantAt, minuteNow } from './at.ts'

/** Days and times in the reader's words, and the city's calendar. */
export const useTimes = () => {
  const city = useCityStore()
  const speech = useSpeechStore()
  const calendar = computed(() => calendarOf(city.holidays))
  const weekdays = computed(() => new Intl.DateTimeFormat(speech.lang === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }))

  const weekday = (day: string): string => weekdays.value.format(new Date(`${day}T00:00Z`))
  /** 2月14日, with its year where that is not this one. */
  const date = (day: string): string => dateText(day, Number(dayAndMinute(minuteNow()).day.slice(0, 4)), speech.lang)
  const half = (halfHour: number): string => clockText(halfHour * 30)
  /** 2月14日 周六 11:00 */
  const moment = (at: string): string => {
    const { day, minute } = dayAndMinute(instantAt(at))
    return `${date(day)} ${weekday(day)} ${clockText(minute)}`
  }
  return { calendar, weekday, date, half, moment }
}
