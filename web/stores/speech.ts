import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Lang } from '../text/numbers.ts'
import { sayIn, textsOf } from '../text/speech.ts'
import { zh, type TextKey, type Texts } from '../text/zh.ts'

/** The language in force and its texts. The texts and the language change together, once the texts are here. */
export const useSpeechStore = defineStore('speech', () => {
  const lang = ref<Lang>('zh')
  const texts = shallowRef<Partial<Texts>>(zh)
  /** Chinese texts of a view that is not the first; the English ones come all together. */
  const learned = shallowRef<Partial<Texts>>({})
  const say = computed(() => sayIn<TextKey>(lang.value === 'zh' ? { ...texts.value, ...learned.value } : texts.value, lang.value))

  const speak = async (wanted: Lang): Promise<void> => {
    const found = await textsOf(wanted).catch(() => null)
    // Without its texts (a network that failed) the language stays what it is.
    if (!found) return
    texts.value = found
    lang.value = wanted
  }
  const learn = (more: Partial<Texts>): void => { learned.value = { ...learned.value, ...more } }
  return { lang, say, speak, learn }
})
