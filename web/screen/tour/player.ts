/** Time as the player sees it: milliseconds, and one call after a while, with the way to call it off. */
export type PlayerClock = { now(): number; after(milliseconds: number, run: () => void): () => void }

/** A tour as far as playing goes; gone: what the step shows is not there, it is passed over. */
export type PlayedTour = { id: string; steps: readonly { seconds: number; gone: unknown }[] }

/**
 * stopped: nothing is open. playing: the next step comes by itself. held: somebody touched the wall, it goes on after a minute in which nobody did. paused: somebody
 * said so, it goes on when somebody says so.
 */
export type PlayerMode = 'stopped' | 'playing' | 'held' | 'paused'

export type PlayerState = {
  mode: PlayerMode
  /** Which tour of the playlist and which of its steps; null: nothing is open, or nothing can be shown. */
  at: { tour: number; step: number } | null
  /** While playing: when this step's time began, and how long it has, milliseconds. */
  since: number | null; lasts: number | null
  /** While held: when it goes on unless it is touched again. */
  resumes: number | null
  /** Counts what is to be shown anew: another step, or the same one after a touch has moved the wall away from it. */
  showing: number
}

export type Player = {
  readonly state: PlayerState
  /** What is played, in order and over and over. Where one is stays, as far as it is still there; nothing left to show stops it. */
  load(tours: readonly PlayedTour[]): void
  play(): void
  pause(): void
  /** Plays or pauses: what held it is over, too. */
  toggle(): void
  /** By a person: the neighbour that can be shown, over the ends of tours. Playing goes on from there with the whole of its time. */
  next(): void
  back(): void
  /** A step of the tour that is open, or of another one of the playlist; one that cannot be shown is left alone. */
  goTo(step: number, tour?: number): void
  /** Somebody touched the wall. */
  touched(): void
  stop(): void
  /** Hears of each new state. Returns the way out. */
  listen(listener: (state: PlayerState) => void): () => void
  close(): void
}

/** How long nobody may have touched the wall before it goes on (DESIGN: a minute). */
export const idleMilliseconds = 60_000

export function createPlayer(clock: PlayerClock, idle: number = idleMilliseconds): Player {
  let stops: readonly { tour: number; step: number; milliseconds: number }[] = []
  let loaded: readonly PlayedTour[] = []
  /** Place among the stops; -1: none. */
  let place = -1
  let state: PlayerState = { mode: 'stopped', at: null, since: null, lasts: null, resumes: null, showing: 0 }
  let callOff: (() => void) | null = null
  const listeners = new Set<(state: PlayerState) => void>()

  /** The one timer there is, and the one place that tells. */
  function be(mode: PlayerMode, shows: boolean): void {
    callOff?.()
    callOff = null
    const now = clock.now(), stop = stops.at(place < 0 ? stops.length : place)
    const isPlaying = mode === 'playing' && stop !== undefined
    state = {
      mode, at: stop && mode !== 'stopped' ? { tour: stop.tour, step: stop.step } : null, since: isPlaying ? now : null, lasts: isPlaying ? stop.milliseconds : null,
      resumes: mode === 'held' ? now + idle : null, showing: state.showing + Number(shows),
    }
    if (isPlaying) callOff = clock.after(stop.milliseconds, () => move(1, 'playing'))
    if (mode === 'held') callOff = clock.after(idle, () => be('playing', true))
    for (const listener of listeners) listener(state)
  }

  function move(by: 1 | -1, mode: PlayerMode): void {
    if (stops.length === 0) return
    place = place < 0 ? 0 : (place + by + stops.length) % stops.length
    be(mode, true)
  }

  /** A person chose a step: what played plays on, what was held is held anew. */
  const chosen = (): PlayerMode => (state.mode === 'stopped' ? 'paused' : state.mode)

  function play(): void {
    if (stops.length === 0) return
    if (place < 0) place = 0
    be('playing', state.mode !== 'playing')
  }

  return {
    get state() { return state },
    load(tours) {
      const before = stops[place], open = before && loaded[before.tour].id
      loaded = tours
      stops = tours.flatMap(({ steps }, tour) => steps.flatMap(({ seconds, gone }, step) => (gone === null ? [{ tour, step, milliseconds: seconds * 1000 }] : [])))
      if (state.mode === 'stopped' || !before) {
        place = -1
        if (state.mode !== 'stopped') be('stopped', false)
        return
      }
      const same = stops.findIndex(({ tour, step }) => tours[tour].id === open && step === before.step)
      // The step is gone: the last one before it of the same tour, so that none after it is skipped; else the first of all.
      const near = stops.findLastIndex(({ tour, step }) => tours[tour].id === open && step < before.step)
      place = same >= 0 ? same : near >= 0 ? near : Math.min(0, stops.length - 1)
      be(place < 0 ? 'stopped' : state.mode, place >= 0)
    },
    play,
    pause() { if (state.mode !== 'stopped') be('paused', false) },
    toggle() {
      if (state.mode === 'playing') be('paused', false)
      else play()
    },
    next: () => move(1, chosen()),
    back: () => move(-1, chosen()),
    goTo(step, tour = state.at?.tour ?? 0) {
      const found = stops.findIndex((one) => one.tour === tour && one.step === step)
      if (found < 0) return
      place = found
      be(chosen(), true)
    },
    touched() { if (state.mode === 'playing' || state.mode === 'held') be('held', false) },
    stop() {
      place = -1
      be('stopped', false)
    },
    listen(listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    close() {
      callOff?.()
      callOff = null
      listeners.clear()
    },
  }
}
