import { useMediaQuery } from '@vueuse/core'
import { computed, watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { useQuestionStore } from '../stores/question.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** The theme in force: the reader's choice, else what the system prefers. */
export const useTheme = () => {
  const question = useQuestionStore()
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)')
  return computed<'light' | 'dark' | 'red'>(() => {
    const { theme } = question.values
    if (theme === 'system') return prefersDark.value ? 'dark' : 'light'
    return theme
  })
}

/** Writes theme, language and title on the document. */
export const dressDocument = (): void => {
  const question = useQuestionStore()
  const speech = useSpeechStore()
  const theme = useTheme()
  const route = useRoute()
  watchEffect(() => { document.documentElement.dataset.theme = theme.value })
  watchEffect(() => { if (question.values.lang !== speech.lang) void speech.speak(question.values.lang) })
  watchEffect(() => {
    document.documentElement.lang = speech.lang === 'zh' ? 'zh-CN' : 'en'
    document.title = `${speech.say(route.meta.title ?? 'view.absent')} · ${speech.say('app.name')}`
  })
}
