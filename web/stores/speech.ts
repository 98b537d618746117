import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Lang } from '../text/numbers.ts'
import { sayIn, textsOf } from '../text/speech.ts'
import { zh, type Texts } from '../text/zh.ts'

/** The language in force and its texts. The texts and the language change together, once the texts are here. */
export const useSpeechStore = defineStore('speech', () => {
  const lang = ref<Lang>('zh')
  const texts = shallowRef<Texts>(zh)
  const say = computed(() => sayIn(texts.value, lang.value))

  const speak = async (wanted: Lang): Promise<void> => {
    const found = await textsOf(wanted).catch(() => null)
    // Without its texts (a network that failed) the language stays what it is.
    if (!found) return
    texts.value = found
    lang.value = wanted
  }
  return { lang, say, speak }
})
