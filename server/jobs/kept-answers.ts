/** Answers kept in memory, the longest unused leave first. Two that ask for the same share one piece of work. */
export type KeptAnswers<T> = { get(key: string, work: () => Promise<T>): Promise<T> }

/** What a Map entry and its key cost beside the bytes. */
const entryBytes = 400

/** `bytesOf` says what an answer weighs. Failures are not kept. */
export function keptAnswers<T>(capBytes: number, bytesOf: (answer: T) => number): KeptAnswers<T> {
  const answers = new Map<string, { answer: Promise<T>; bytes: number }>()
  let held = 0

  function drop(key: string): void {
    held -= answers.get(key)?.bytes ?? 0
    answers.delete(key)
  }

  return {
    get(key, work) {
      const known = answers.get(key)
      if (known) {
        answers.delete(key)
        answers.set(key, known)
        return known.answer
      }
      const entry = { answer: work(), bytes: entryBytes }
      answers.set(key, entry)
      held += entry.bytes
      entry.answer.then((answer) => {
        if (answers.get(key) !== entry) return
        entry.bytes += bytesOf(answer)
        held += bytesOf(answer)
        for (const oldest of answers.keys()) {
          if (held <= capBytes || answers.size === 1) break
          drop(oldest)
        }
      }, () => drop(key))
      return entry.answer
    },
  }
}
