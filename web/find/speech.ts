import { computed, ref, shallowRef } from 'vue'
import { findZh, type FindKey, type FindTexts } from '../text/find.zh.ts'
import type { Lang } from '../text/numbers.ts'
import { sayIn } from '../text/saying.ts'

/** The language of the finder; English comes when it is asked for, and a language whose texts did not arrive is not put on. */
export const findSpeech = () => {
  const lang = ref<Lang>('zh')
  const texts = shallowRef<FindTexts>(findZh)
  const say = computed(() => sayIn<FindKey>(texts.value, lang.value))
  const speak = async (wanted: Lang): Promise<boolean> => {
    const found = wanted === 'zh' ? findZh : await import('../text/find.en.ts').then(({ findEn }) => findEn).catch(() => null)
    if (!found) return false
    texts.value = found
    lang.value = wanted
    return true
  }
  return { lang, say, speak }
}
