/**
 * One question at a time: while one is under way only the newest of those that come is kept, and it goes next. What was overtaken on its way is not told.
 * `drop` forgets all that is under way.
 */
export const newestOnly = <Q, A>(ask: (question: Q) => Promise<A>, tell: (answer: A, question: Q) => void) => {
  let busy = false
  let round = 0
  let next: { question: Q } | null = null

  const run = async (question: Q): Promise<void> => {
    busy = true
    const mine = round
    try {
      const answer = await ask(question)
      if (mine === round) tell(answer, question)
    } finally {
      busy = false
      const waiting = next
      next = null
      if (waiting) void run(waiting.question)
    }
  }
  return {
    put: (question: Q): void => {
      if (busy) next = { question }
      else void run(question)
    },
    drop: (): void => {
      round++
      next = null
    },
  }
}
