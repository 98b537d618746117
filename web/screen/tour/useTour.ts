import { useEventListener, usePreferredReducedMotion } from '@vueuse/core'
import { computed, nextTick, onScopeDispose, shallowRef, watch } from 'vue'
import type { Command } from '../../../geodata/contract/steering.ts'
import { tours as toursExchange, type TourAnswer } from '../../../geodata/contract/tours.ts'
import type { TourStep } from '../../../geodata/model/tour.ts'
import { wallNumberCodes } from '../../../geodata/model/wall.ts'
import { useClient } from '../../api/key.ts'
import { useAsked } from '../../composables/asked.ts'
import { useLiveStore } from '../../stores/live.ts'
import { useQuestionStore } from '../../stores/question.ts'
import { useSpeechStore } from '../../stores/speech.ts'
import { useWallStore } from '../../stores/wall.ts'
import { createPlayer, type PlayerClock } from './player.ts'
import { viewOf } from './stepView.ts'

type Step = TourAnswer['steps'][number]

export type TourSetting = {
  /** Ids of tours to be played at once, in this order; none of them: all. null: nothing plays until somebody says so. */
  wanted: () => readonly string[] | null
  clock?: PlayerClock
}

/** Marks what steers the tour: a touch there is none of the wall. */
export const steersTour = '[data-tour]'

const browserClock: PlayerClock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** The tours of the wall and the one that plays: it moves the wall from step to step, and holds what is shown meanwhile. New values come when it begins anew. */
export const useTour = ({ wanted, clock = browserClock }: TourSetting) => {
  const client = useClient()
  const question = useQuestionStore()
  const live = useLiveStore()
  const speech = useSpeechStore()
  const wall = useWallStore()
  const motion = usePreferredReducedMotion()
  const player = createPlayer(clock)
  const state = shallowRef(player.state)
  const { answer, problem, again } = useAsked(() => ({}), (_, lang, signal) => client.ask(toursExchange, { lang, signal }))

  // Somebody saved one, here or elsewhere.
  watch(() => live.tours, (_now, before) => { if (before !== null) void again() })

  const tours = computed<readonly TourAnswer[]>(() => answer.value?.tours ?? [])
  const playlist = computed(() => {
    const ids = wanted() ?? []
    return ids.length === 0 ? tours.value : ids.flatMap((id) => tours.value.filter((tour) => tour.id === id))
  })
  const tour = computed<TourAnswer | null>(() => (state.value.at ? (playlist.value[state.value.at.tour] ?? null) : null))
  const step = computed<Step | null>(() => (state.value.at ? (tour.value?.steps[state.value.at.step] ?? null) : null))

  const show = (shown: TourStep): void => {
    const view = viewOf(shown), number = wallNumberCodes.find((code) => code === view.subject)
    // The month and what is chosen belong to the area: all in one breath, so that one question is put.
    question.quietly(() => {
      question.change({ area: view.area, building: null, map: view.camera })
      wall.change({ only: view.only, month: view.month, subject: view.subject, building: view.building, ...(number ? { shows: number } : {}) })
    })
  }
  /** What has come meanwhile is shown once, between two rounds. */
  const refresh = async (): Promise<void> => {
    wall.hold(false)
    await nextTick()
    if (!wall.busy) return hold()
    const stop = watch(() => wall.busy, (busy) => {
      if (busy) return
      stop()
      hold()
    })
  }
  const hold = (): void => wall.hold(player.state.mode !== 'stopped')

  const leave = player.listen((now) => {
    const before = state.value
    // What the step showed was no touch: its drawer does not open with the tour's end.
    const ended = now.mode === 'stopped' && step.value !== null && step.value.subject === wall.values.subject
    state.value = now
    if (ended) question.quietly(() => { wall.change({ subject: null }) })
    if (before.mode === 'stopped' || now.mode === 'stopped') hold()
    if (now.showing === before.showing || !step.value) return
    const isAnew = before.mode === 'playing' && now.mode === 'playing' && before.at !== null && now.at !== null && (now.at.tour < before.at.tour || (now.at.tour === before.at.tour && now.at.step <= before.at.step))
    if (isAnew) void refresh()
    show(step.value)
  })
  let begun = false
  watch(() => JSON.stringify(playlist.value.map(({ id, steps }) => [id, steps])), () => {
    player.load(playlist.value)
    if (begun || wanted() === null || playlist.value.length === 0) return
    begun = true
    // Whoever wants things still begins it by hand.
    if (motion.value === 'reduce') player.next()
    else player.play()
  }, { immediate: true })

  const touched = (): void => player.touched()
  const onTouch = (event: Event): void => { if (!(event.target instanceof Element && event.target.closest(steersTour))) touched() }
  useEventListener(document, ['pointerdown', 'wheel', 'keydown'], onTouch, { passive: true, capture: true })
  onScopeDispose(() => {
    leave()
    player.close()
    wall.hold(false)
  })

  /** What the step is called: its words, else its question, else its place. */
  const titleOf = ({ words, subject, place }: Pick<TourStep, 'words' | 'subject' | 'place'>): string => {
    const asked = subject === null ? null : [...(wall.answer?.numbers ?? []), ...(wall.answer?.boards ?? [])].find(({ code }) => code === subject)
    return words || asked?.question || (place.area === null ? speech.say('tour.whole') : (wall.answer?.area?.code === place.area ? wall.answer.area.name : place.area))
  }
  /** What a phone presses; true: it was for the tour. */
  const steer = (command: Command): boolean => {
    switch (command.kind) {
      case 'next': player.next(); return true
      case 'back': player.back(); return true
      case 'pause': player.pause(); return true
      case 'play': player.play(); return true
      case 'step': player.goTo(command.step); return true
      default: return false
    }
  }
  return {
    tours, playlist, problem, again, tour, step, titleOf, show, steer, touched,
    mode: computed(() => state.value.mode), playing: computed(() => state.value.mode === 'playing'), at: computed(() => state.value.at),
    /** When the time of this step began and how long it has, milliseconds; counts anew with each showing. */
    pace: computed(() => ({ showing: state.value.showing, since: state.value.since, lasts: state.value.lasts })),
    words: computed(() => step.value?.words ?? ''), notes: computed(() => step.value?.notes ?? ''),
    toggle: player.toggle, next: player.next, back: player.back, stop: player.stop, play: player.play, pause: player.pause, goTo: (to: number, of?: number): void => player.goTo(to, of),
  }
}
export type Tour = ReturnType<typeof useTour>
