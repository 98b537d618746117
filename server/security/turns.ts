import { Refusal } from '../answers/refusal.ts'

/** Passwords tried at a time: each takes a thread of four, which files and compression use too, and 19 MiB. */
const mostAtOnce = 2
/** Those who wait; at 90 ms each the last one waits three seconds. */
const mostWaiting = 64

let running = 0
const waiting: (() => void)[] = []

/** One costly piece of work after the other. Throws Refusal tooManyRequests when too many wait. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw new Refusal('tooManyRequests', { seconds: 5 })
    await new Promise<void>((resolve) => { waiting.push(resolve) })
  } else running++
  try {
    return await work()
  } finally {
    // The place goes to the next in line, or is given up.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
