import { computed, onScopeDispose, ref, watch } from 'vue'

/** A page stands this long, seconds: leaders read a board in eight to fifteen (DOMAIN 10). */
export const pageSeconds = 12
/** After a touch the wall stays as it was left for a minute. */
export const restSeconds = 60

/**
 * Pages that turn by themselves. `rests`: something else asks for quiet (a drawer, a tour). A touch puts off the next turn for a minute; `paused` is the reader's own stop.
 * A wall that nobody sees (a hidden tab) does not turn.
 */
export const usePaging = (count: () => number, rests: () => boolean) => {
  const page = ref(0)
  const paused = ref(false)
  let left = pageSeconds
  const pages = computed(() => Math.max(1, count()))
  watch(pages, (now) => { page.value = Math.min(page.value, now - 1) })
  const go = (to: number): void => { page.value = ((to % pages.value) + pages.value) % pages.value }
  const touch = (): void => { left = Math.max(left, restSeconds) }
  const timer = setInterval(() => {
    if (paused.value || rests() || pages.value < 2 || document.hidden) return
    left -= 1
    if (left > 0) return
    left = pageSeconds
    go(page.value + 1)
  }, 1000)
  onScopeDispose(() => clearInterval(timer))
  return {
    page, pages, paused, touch, show: (to: number) => { if (to >= 0 && to !== page.value) go(to) },
    turn: (to: number): void => {
      go(to)
      touch()
    },
    toggle: (): void => {
      paused.value = !paused.value
      left = pageSeconds
    },
  }
}
export type Paging = ReturnType<typeof usePaging>
