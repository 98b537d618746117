import { onScopeDispose, ref } from 'vue'
import type { Say } from '../text/speech.ts'

/** The parts of an instant in the city's time; weekday 0 is Sunday. */
export const wallTime = (instant: number): { month: number; day: number; weekday: number; time: string } => {
  // China keeps one time all year: eight hours ahead.
  const there = new Date(instant + chinaHours * 3_600_000)
  return { month: there.getUTCMonth() + 1, day: there.getUTCDate(), weekday: there.getUTCDay(), time: there.toISOString().slice(11, 16) }
}
const chinaHours = 8

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
export const clockWords = (instant: number, say: Say): string => {
  const { month, day, weekday, time } = wallTime(instant)
  return say('screen.clock', { month, day, weekday: say(`screen.weekday.${weekdays[weekday] ?? 0}`), time })
}

/** The instant, moving on with every minute: a wall shows no seconds. */
export const useMinute = (now: () => number = Date.now) => {
  const instant = ref(now())
  const timer = setInterval(() => { if (Math.floor(now() / 60_000) !== Math.floor(instant.value / 60_000)) instant.value = now() }, 1000)
  onScopeDispose(() => clearInterval(timer))
  return instant
}
