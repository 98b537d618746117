import { onScopeDispose, ref, type Ref } from 'vue'
import type { Lang } from '../text/numbers.ts'

/** Reading aloud with a voice that lies on this device: what is read is sent nowhere. `can` is false where there is no such voice. */
export const useVoice = (lang: () => Lang): { can: () => boolean; speaking: Ref<boolean>; read(sentences: readonly string[]): void; hush(): void } => {
  const synthesis = typeof window === 'undefined' ? undefined : window.speechSynthesis
  const voices = ref<readonly SpeechSynthesisVoice[]>([])
  const speaking = ref(false)
  const look = (): void => { voices.value = synthesis?.getVoices().filter((voice) => voice.localService) ?? [] }
  const mine = (): SpeechSynthesisVoice | undefined => voices.value.find((voice) => voice.lang.replace('_', '-').toLowerCase().startsWith(lang() === 'zh' ? 'zh' : 'en'))
  const hush = (): void => {
    synthesis?.cancel()
    speaking.value = false
  }
  const read = (sentences: readonly string[]): void => {
    const voice = mine()
    if (!synthesis || !voice) return
    hush()
    const said = new SpeechSynthesisUtterance(sentences.filter((sentence) => sentence !== '').join('\n'))
    said.voice = voice
    said.lang = voice.lang
    // Slower than usual: listeners are old (DOMAIN.md section 8).
    said.rate = 0.85
    const ended = (): void => { speaking.value = false }
    said.addEventListener('end', ended)
    said.addEventListener('error', ended)
    speaking.value = true
    synthesis.speak(said)
  }
  look()
  // Voices arrive late on most browsers.
  synthesis?.addEventListener?.('voiceschanged', look)
  onScopeDispose(() => {
    synthesis?.removeEventListener?.('voiceschanged', look)
    hush()
  })
  return { can: () => mine() !== undefined, speaking, read, hush }
}
