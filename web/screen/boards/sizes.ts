import { useResizeObserver } from '@vueuse/core'
import { computed, onMounted, ref, type Ref } from 'vue'

/** `text`: size of the text in force at an element, pixels. `least`: nothing to touch there is lower. */
export type BoardSizes = { text: number; least: number }

/** Sizes at an element, its own width and height in pixels, read again whenever its box changes: texts of a wall follow its height. */
export const useBoardSizes = (element: Ref<HTMLElement | null>): { sizes: Ref<BoardSizes>; width: Ref<number>; height: Ref<number> } => {
  const text = ref(usualText)
  const least = ref(usualLeast)
  const width = ref(0)
  const height = ref(0)
  const read = (): void => {
    if (!element.value) return
    const style = getComputedStyle(element.value)
    text.value = Number.parseFloat(style.fontSize) || usualText
    least.value = Number.parseFloat(style.getPropertyValue('--wall-hit')) || usualLeast
    width.value = element.value.clientWidth
    height.value = element.value.clientHeight
  }
  onMounted(read)
  useResizeObserver(element, read)
  return { sizes: computed(() => ({ text: text.value, least: least.value })), width, height }
}

/** The page's own text size, and what WCAG 2.2 (2.5.5) asks of what is touched, until an element is laid out. */
const usualText = 16
const usualLeast = 44
