import { computed, type Ref } from 'vue'
import { sayIn } from '../../text/saying.ts'
import type { Lang } from '../../text/numbers.ts'
import { wallMapWords, type WallMapKey } from '../../text/wallMap.ts'

/** The words of the wall's map in the language in force. */
export const useWallMapWords = (lang: Readonly<Ref<Lang>>) => computed(() => sayIn<WallMapKey>(wallMapWords[lang.value], lang.value))
export type SayOnMap = ReturnType<typeof useWallMapWords>['value']
