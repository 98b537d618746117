import { setImmediate } from 'node:timers/promises'

/** How long a long job may keep its thread before edits get a turn; an edit takes about 2 ms. */
const turnMilliseconds = 15

/** Lets others have a turn when one is due, and throws the signal's reason once it is aborted. Between two calls lies a page at most. */
export function breather(signal: AbortSignal): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last > turnMilliseconds) {
      await setImmediate()
      last = performance.now()
    }
    signal.throwIfAborted()
  }
}
