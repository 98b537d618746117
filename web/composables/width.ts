import { useMediaQuery } from '@vueuse/core'
import { computed } from 'vue'

/**
 * How much room there is. narrow: a phone, one thing at a time; middle: map and one column; wide: a desk, three columns;
 * vast: a wall or a very wide screen, where lists get a second column instead of longer lines.
 */
export type Width = 'narrow' | 'middle' | 'wide' | 'vast'

export const useWidth = () => {
  const middle = useMediaQuery('(min-width: 760px)')
  const wide = useMediaQuery('(min-width: 1180px)')
  const vast = useMediaQuery('(min-width: 2400px)')
  return computed<Width>(() => (vast.value ? 'vast' : wide.value ? 'wide' : middle.value ? 'middle' : 'narrow'))
}
