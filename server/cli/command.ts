import type { SentenceDetails } from '../../geodata/words/sentence.ts'
import type { CommandErrorCode } from '../../geodata/words/errors.ts'

/** One option of a command. `value`: what it takes, as shown in the help; null = a switch. */
export type Option = { name: string; value: string | null; zh: string; en: string }

export type Values = Readonly<Record<string, string | true | undefined>>

/** What a command may say and to whom: answers to standard output, progress and trouble to standard error. */
export type Terminal = {
  json: boolean
  /** One answer; printed as JSON with --json, else as the lines. */
  answer(value: unknown, lines: readonly string[]): void
  /** Why nothing was done: to standard error, or as JSON to standard output. */
  failure(value: unknown, lines: readonly string[]): void
  /** Overwrites itself on a terminal; silent elsewhere. */
  progress(text: string): void
  bytes(body: Uint8Array): void
  dataFolder: string
}

export type Command = {
  name: string
  /** How words after the command are called in the help; null: it takes none. */
  words: string | null
  zh: string
  en: string
  options: readonly Option[]
  /** Exit code. */
  run(words: readonly string[], values: Values, terminal: Terminal): Promise<number>
}

export class CommandError extends Error {
  readonly code: CommandErrorCode
  readonly details: SentenceDetails

  constructor(code: CommandErrorCode, details: SentenceDetails) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'CommandError'
    this.code = code
    this.details = details
  }
}
