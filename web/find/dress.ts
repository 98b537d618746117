import { onScopeDispose, ref, watchEffect, type Ref } from 'vue'
import type { Find } from './state.ts'

/** Writes theme, letters, contrast, language and title on the document. */
export const dressDocument = (find: Find): void => {
  const root = document.documentElement
  const flag = (name: string, on: boolean, value = ''): void => {
    if (on) root.setAttribute(name, value)
    else root.removeAttribute(name)
  }
  watchEffect(() => { root.dataset['theme'] = find.theme.value })
  watchEffect(() => {
    const { elder, size, strong } = find.kept.value.display
    flag('data-elder', elder)
    flag('data-size', elder, String(size))
    flag('data-strong', strong)
  })
  watchEffect(() => {
    root.lang = find.lang.value === 'zh' ? 'zh-CN' : 'en'
    const name = find.address.value.venue === null ? find.say.value('find.title') : find.chosen.value?.row.name ?? find.say.value('find.title')
    document.title = `${name} · ${find.say.value('find.site')}`
  })
}

/** Room for a map beside the list. */
const wideQuery = '(min-width: 1000px)'

export const useWide = (): Ref<boolean> => {
  const media = window.matchMedia?.(wideQuery)
  const wide = ref(media?.matches ?? false)
  const change = ({ matches }: MediaQueryListEvent): void => { wide.value = matches }
  media?.addEventListener?.('change', change)
  onScopeDispose(() => media?.removeEventListener?.('change', change))
  return wide
}
