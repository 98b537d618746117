import { useEventListener, useMediaQuery } from '@vueuse/core'
import { computed, onScopeDispose, ref } from 'vue'

/** How long a month stands while the months play, milliseconds. */
export const standMs = 1100

/** Months that play one after the other to the last, and stand still while nobody looks. Under reduced motion nothing plays by itself; one steps. */
export const usePlaying = (months: () => readonly string[], month: () => string | null, set: (month: string) => void, ready: () => boolean) => {
  const still = useMediaQuery('(prefers-reduced-motion: reduce)')
  const playing = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const at = computed(() => months().indexOf(month() ?? ''))

  const step = (by: number): void => {
    const next = months()[Math.max(0, Math.min(months().length - 1, at.value + by))]
    if (next !== undefined && next !== month()) set(next)
  }
  const stop = (): void => {
    playing.value = false
    clearTimeout(timer)
  }
  const tick = (): void => {
    if (!playing.value) return
    if (at.value >= months().length - 1) return stop()
    // A month that has not come yet is waited for.
    if (ready()) step(1)
    timer = setTimeout(tick, standMs)
  }
  /** From the first month again when the last is shown. */
  const play = (): void => {
    if (still.value || months().length < 2) return
    if (at.value >= months().length - 1) set(months()[0])
    playing.value = true
    clearTimeout(timer)
    timer = setTimeout(tick, standMs)
  }
  useEventListener(document, 'visibilitychange', () => { if (document.hidden) stop() })
  onScopeDispose(stop)
  return { playing, still, at, step, play, stop, toggle: () => (playing.value ? stop() : play()) }
}
