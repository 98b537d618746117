import { useIntervalFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { calendarOf } from '../../geodata/hours/calendar.ts'
import { dayAndMinute } from '../../geodata/hours/clock.ts'
import { readHours } from '../../geodata/hours/read.ts'
import type { Reading } from '../../geodata/hours/reading.ts'
import { sessionsOn } from '../../geodata/hours/sessions.ts'
import { standingAt } from '../../geodata/hours/state.ts'
import { writeHours } from '../../geodata/hours/write.ts'
import { clockText, stateText } from '../../geodata/words/hours.ts'
import { useCityStore } from '../stores/city.ts'
import { useSpeechStore } from '../stores/speech.ts'
import type { SiteRecord } from './record.ts'

/** How often the desk looks at the clock, milliseconds: states flip within that of their minute. */
const lookMs = 15_000
/** Texts whose reading is remembered; a district has some hundred spellings. */
const mostTexts = 2000

/** What the desk says of hours: how a text is read, and how a site stands just now. */
export const useOpeningWords = defineStore('openingWords', () => {
  const city = useCityStore()
  const speech = useSpeechStore()
  const minuteNow = (): number => Math.floor(Date.now() / 60_000) * 60_000
  const minute = ref(minuteNow())
  useIntervalFn(() => { minute.value = minuteNow() }, lookMs)
  const calendar = computed(() => calendarOf(city.holidays))
  const readings = new Map<string, Reading>()

  const readingOf = (text: string): Reading => {
    const known = readings.get(text) ?? readHours(text)
    if (readings.size > mostTexts) readings.clear()
    readings.set(text, known)
    return known
  }
  /** How a text was understood with today's sessions, or which part was not; null: there is none. */
  const said = (text: string): { understood: boolean; sentence: string } | null => {
    if (text.trim() === '') return null
    const { rule, notUnderstood, caveats } = readingOf(text)
    if (!rule) return { understood: false, sentence: speech.say('desk.hours.unread', { parts: notUnderstood.map((part) => speech.say('desk.hours.part', { part })).join(speech.say('desk.join')) }) }
    const { sessions, unknown } = sessionsOn(rule, dayAndMinute(minute.value).day, calendar.value)
    const today = unknown ? speech.say('desk.hours.todayUnknown') : sessions.length === 0 ? speech.say('desk.hours.todayNone') : speech.say('desk.hours.today', { sessions: sessions.map(({ from, to }) => `${clockText(from)}-${to === 1440 ? '24:00' : clockText(to)}`).join(speech.say('desk.join')) })
    const beside = caveats.length === 0 ? '' : speech.say('desk.hours.caveats', { parts: caveats.join(speech.say('desk.join')) })
    return { understood: true, sentence: speech.say('desk.hours.read', { rule: writeHours(rule, speech.lang), today }) + beside }
  }
  /** How a site stands at this minute, as its card says it. */
  const stateOf = ({ hours, suspensions }: Pick<SiteRecord, 'hours' | 'suspensions'>): { suspended: boolean; text: string; state: string } => {
    const standing = standingAt({ rule: hours === null ? null : readingOf(hours).rule, suspensions }, minute.value, calendar.value)
    return { suspended: standing.state === 'suspended', state: standing.state, text: stateText(standing, minute.value, speech.lang) }
  }
  return { minute, said, stateOf }
})
