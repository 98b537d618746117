import type { Sentence } from '../sentence.ts'

/** What is said of a register. `answer` is filled with the register's own `answer` values (fillAnswer.ts says how); columns and headlines that several registers share stand in columns.ts. */
export type RegisterWords = {
  name: Sentence
  /** The one question its reader asks. */
  question: Sentence
  /** Numerator, denominator and rule in a sentence; empty of a narrative. */
  formula: Sentence
  answer: Sentence
  /** Where there is nothing to report: the answer when no row is late or missing. Absent: `answer` says that too. */
  answerNone?: Sentence
  columns?: Readonly<Record<string, Sentence>>
  /** Name of a figure and of what it is a part of. */
  headlines?: Readonly<Record<string, { name: Sentence; of?: Sentence }>>
  /** Paragraphs of a narrative. */
  text?: readonly Sentence[]
}
