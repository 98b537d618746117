import { useResizeObserver, useWindowSize } from '@vueuse/core'
import { computed, onMounted, ref, type Ref } from 'vue'
import { layoutOf } from '../layout.ts'

/** `text`: size of the text in force at an element, pixels. `least`: nothing to touch there is lower; on a phone fingers ask for more. */
export type BoardSizes = { text: number; least: number }

/** Sizes at an element, its own width and height in pixels, read again whenever its box changes: texts of a wall follow its height. */
export const useBoardSizes = (element: Ref<HTMLElement | null>): { sizes: Ref<BoardSizes>; width: Ref<number>; height: Ref<number> } => {
  const screen = useWindowSize()
  const text = ref(usualText)
  const width = ref(0)
  const height = ref(0)
  const read = (): void => {
    if (!element.value) return
    text.value = Number.parseFloat(getComputedStyle(element.value).fontSize) || usualText
    width.value = element.value.clientWidth
    height.value = element.value.clientHeight
  }
  onMounted(read)
  useResizeObserver(element, read)
  return { sizes: computed(() => ({ text: text.value, least: layoutOf(screen.width.value, screen.height.value) === 'phone' ? phoneLeast : wallLeast })), width, height }
}

/** The page's own text size, until an element is laid out. */
const usualText = 16
/** WCAG 2.2: 2.5.5 asks for 44, 2.5.8 for 24 where rows stand close to each other. */
const phoneLeast = 44
const wallLeast = 28
