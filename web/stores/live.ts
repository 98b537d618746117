import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

/** Whether changes reach this page by themselves. Without that the page asks every few seconds and says so. */
export const useLiveStore = defineStore('live', () => {
  const standing = ref(false)
  /** When the stream fell, milliseconds; null: it stands, or the page has only begun. */
  const fellAt = ref<number | null>(null)

  /** Grows whenever a report of the public comes or is decided, as far as this page was told. */
  const reports = ref(0)

  const stand = (now: boolean, at = Date.now()): void => {
    if (standing.value && !now) fellAt.value = at
    if (now) fellAt.value = null
    standing.value = now
  }
  /** The stream never came: said once the page has waited long enough. */
  const giveUp = (at = Date.now()): void => { if (!standing.value) fellAt.value ??= at }
  /** Which tours there are, as far as this page was told; null: it was not. */
  const tours = ref<string | null>(null)

  const hearReports = (version: number): void => { reports.value = version }
  const hearTours = (version: string): void => { tours.value = version }
  return { reports: computed(() => reports.value), hearReports, tours: computed(() => tours.value), hearTours, standing: computed(() => standing.value), fellAt: computed(() => fellAt.value), stand, giveUp }
})
