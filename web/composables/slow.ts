import { onScopeDispose, ref, watch } from 'vue'

/** Under a second nobody needs to be told to wait. */
const patienceMs = 1000

/** Whole seconds that something has been under way, once it takes longer than one; null before. `startedAt` in milliseconds. */
export const useSlow = (startedAt: () => number | null) => {
  const seconds = ref<number | null>(null)
  let timer: ReturnType<typeof setInterval> | undefined
  const tick = (): void => {
    const began = startedAt()
    const passed = began === null ? 0 : Date.now() - began
    seconds.value = passed >= patienceMs ? Math.floor(passed / 1000) : null
  }
  watch(startedAt, (began) => {
    clearInterval(timer)
    seconds.value = null
    if (began !== null) timer = setInterval(tick, 250)
  }, { immediate: true })
  onScopeDispose(() => clearInterval(timer))
  return seconds
}
