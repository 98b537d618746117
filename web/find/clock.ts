import { ref, type Ref } from 'vue'

const minuteMs = 60_000

/** The instant the page stands at, epoch milliseconds at the full minute: it goes on by itself at each minute, and at once when the page is seen again after a sleep. */
export const minuteClock = (now: () => number = Date.now): { minute: Ref<number>; stop(): void } => {
  const full = (): number => Math.floor(now() / minuteMs) * minuteMs
  const minute = ref(full())
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = (): void => {
    clearTimeout(timer)
    minute.value = full()
    // A little after the full minute, so that a timer that fires early does not tell the old one.
    timer = setTimeout(tick, minute.value + minuteMs - now() + 50)
  }
  const seen = (): void => { if (document.visibilityState === 'visible') tick() }
  tick()
  document.addEventListener('visibilitychange', seen)
  return { minute, stop: () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  } }
}
