import { shallowRef, type ShallowRef } from 'vue'
import { forgetKept, nothingKept, readKept, withStart, writeKept, type Display, type Drawer, type Kept, type KeptStart, type Who } from './kept.ts'

/** What is remembered on this telephone, and the ways to change it. */
export const keeping = (drawer: Drawer): {
  kept: ShallowRef<Kept>
  rememberStart(start: KeptStart): void
  forgetStart(index: number): void
  sayWho(who: Who): void
  show(display: Partial<Display>): void
  forgetAll(): void
} => {
  const kept = shallowRef(readKept(drawer))
  const keep = (part: Partial<Kept>): void => {
    kept.value = { ...kept.value, ...part }
    writeKept(drawer, kept.value)
  }
  return {
    kept,
    rememberStart: (start) => keep({ starts: withStart(kept.value.starts, start), last: 0 }),
    forgetStart: (index) => keep({ starts: kept.value.starts.filter((_, at) => at !== index), last: kept.value.last === index ? null : kept.value.last !== null && kept.value.last > index ? kept.value.last - 1 : kept.value.last }),
    sayWho: (who) => keep({ who }),
    show: (display) => keep({ display: { ...kept.value.display, ...display } }),
    forgetAll: () => {
      forgetKept(drawer)
      kept.value = nothingKept
    },
  }
}
