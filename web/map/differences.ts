export type StateChange = { index: number; state: number }

/**
 * Keeps account of which state byte the GL map holds for which building, so that only differences are sent, and only for buildings whose
 * tiles are loaded: a city of a million costs no more than what is on the screen.
 */
export type StateLedger = {
  /** A new answer, or null for none: the changes among the loaded buildings; with null the ones to clear come back as state -1. O(n), n = buildings. */
  answer: (states: Uint8Array | null) => StateChange[]
  /** Some buildings of the answer are in another state, `states` in step with `indices`: the changes among the loaded ones. The answer that was given is not touched. O(differences), the first time O(n). */
  change: (indices: ArrayLike<number>, states: ArrayLike<number>) => StateChange[]
  /** A tile came: the changes for those of its buildings that do not show the answer yet. */
  load: (indices: Iterable<number>) => StateChange[]
  /** Buildings still in use; all others are dropped and returned, so that the GL map can drop them too. */
  keep: (indices: ReadonlySet<number>) => number[]
  /** The GL map has forgotten everything (new tiles, lost context). */
  forget: () => void
  /** Buildings the GL map holds. */
  held: () => number
}

/** In `shown`: not loaded, or loaded without a state; every other value is the state byte plus this. */
const unloaded = 0
const stateless = 1
const offset = 2

export function stateLedger(): StateLedger {
  let shown = new Uint8Array(0)
  let current: Uint8Array | null = null
  /** `current` is a copy of our own, which may be changed. */
  let own = false
  let held = 0

  const wanted = (index: number): number => {
    const state = current?.[index]
    return state === undefined ? stateless : state + offset
  }
  const settle = (index: number, changes: StateChange[]): void => {
    const target = wanted(index)
    if (shown[index] === target) return
    const before = shown[index]
    shown[index] = target
    if (target === stateless && before === unloaded) return
    changes.push({ index, state: target - offset })
  }

  return {
    answer(states) {
      current = states
      own = false
      const changes: StateChange[] = []
      for (let index = 0; index < shown.length; index++) if (shown[index] !== unloaded) settle(index, changes)
      return changes
    },
    change(indices, states) {
      const changes: StateChange[] = []
      if (!current) return changes
      if (!own) current = current.slice()
      own = true
      for (let k = 0; k < indices.length; k++) {
        const index = indices[k]
        if (index >= current.length) continue
        current[index] = states[k]
        if (index < shown.length && shown[index] !== unloaded) settle(index, changes)
      }
      return changes
    },
    load(indices) {
      const changes: StateChange[] = []
      for (const index of indices) {
        if (index >= shown.length) shown = grown(shown, Math.max(index + 1, current?.length ?? 0))
        if (shown[index] === unloaded) held++
        settle(index, changes)
      }
      return changes
    },
    keep(indices) {
      const dropped: number[] = []
      for (let index = 0; index < shown.length; index++) {
        if (shown[index] === unloaded || indices.has(index)) continue
        shown[index] = unloaded
        held--
        dropped.push(index)
      }
      return dropped
    },
    forget() {
      shown.fill(unloaded)
      held = 0
    },
    held: () => held,
  }
}

/** Room for at least `length` bytes, doubling so that loads stay linear. */
function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(length, bytes.length * 2))
  larger.set(bytes)
  return larger
}
