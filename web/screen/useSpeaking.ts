import { computed, onScopeDispose, watch } from 'vue'
import { useClient } from '../api/key.ts'
import { useCityStore } from '../stores/city.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { useWallStore } from '../stores/wall.ts'
import { browserWays } from './speak/channel.ts'
import { wallSteering } from './speak/steering.ts'
import type { Tour } from './tour/useTour.ts'

const keptAs = 'linli-wall-steering'

/** A phone steers this wall: what it presses is done here, and what the wall shows is told to it. */
export const useSpeaking = (tour: Tour) => {
  const city = useCityStore()
  const question = useQuestionStore()
  const speech = useSpeechStore()
  const wall = useWallStore()
  const steering = wallSteering({ client: useClient(), lang: () => speech.lang, ...browserWays(keptAs) })

  const leave = steering.onCommand((command) => {
    if (tour.steer(command)) return
    if (command.kind === 'theme') question.change({ theme: command.theme })
    else if (command.kind === 'board') wall.open(command.board)
  })
  const shown = computed(() => {
    const subject = wall.values.subject
    return {
      title: tour.tour.value?.name ?? wall.answer?.area?.name ?? city.meta?.name ?? '', step: tour.at.value?.step ?? null,
      steps: (tour.tour.value?.steps ?? []).map((step) => ({ title: tour.titleOf(step) })), words: tour.words.value, notes: tour.notes.value, playing: tour.playing.value,
      theme: question.values.theme, board: wall.answer?.boards.find((board) => board.code === subject)?.code ?? null,
    }
  })
  const open = computed(() => steering.state.value.kind === 'open')
  watch(() => [open.value, JSON.stringify(shown.value)] as const, ([now]) => { if (now) steering.tell(shown.value) })
  onScopeDispose(leave)
  return { steering, open }
}
