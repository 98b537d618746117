import { useResizeObserver } from '@vueuse/core'
import { ref, type Ref } from 'vue'

/** The text size in force at an element, pixels, read again whenever its box changes: sizes of a wall follow its height. */
export const useTextPixels = (element: Ref<HTMLElement | null>): Ref<number> => {
  const pixels = ref(usualPixels)
  useResizeObserver(element, () => {
    if (element.value) pixels.value = Number.parseFloat(getComputedStyle(element.value).fontSize) || usualPixels
  })
  return pixels
}

/** The page's own text size, until an element is laid out. */
const usualPixels = 16
