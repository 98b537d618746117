import { useWindowSize } from '@vueuse/core'
import { computed, onScopeDispose, watchEffect } from 'vue'
import { planOf } from './layout.ts'

/** The plan of this screen, and its sizes on the document, so that what opens over the wall (dialogs, drawers) has them as well. */
export const useWallSizes = () => {
  const { width, height } = useWindowSize()
  const plan = computed(() => planOf(width.value, height.value))
  const root = document.documentElement
  watchEffect(() => {
    const { layout, text, hit, answer } = plan.value
    root.dataset['wall'] = layout
    for (const [name, pixels] of [['text', text], ['hit', hit], ['answer', answer]] as const) root.style.setProperty(`--wall-${name}`, `${pixels}px`)
  })
  onScopeDispose(() => {
    delete root.dataset['wall']
    for (const name of ['text', 'hit', 'answer']) root.style.removeProperty(`--wall-${name}`)
  })
  return { plan, width, height }
}
