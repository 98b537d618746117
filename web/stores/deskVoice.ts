import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What is said aloud on the desk: one polite line, the newest sentence. */
export const useDeskVoiceStore = defineStore('deskVoice', () => {
  const sentence = ref('')
  let turn = false
  /** The same sentence twice is two events: a sign without sound tells them apart. */
  const say = (text: string): void => {
    turn = !turn
    sentence.value = turn ? text : `${text}\u200B`
  }
  return { sentence, say }
})
