import type { ErrorCode } from '../../geodata/contract/errors.ts'
import type { Fault } from '../../geodata/model/fault.ts'
import type { Expectation } from '../../geodata/words/expectation.ts'
import type { SentenceDetails } from '../../geodata/words/sentence.ts'

/** A question that cannot be answered, as a value: it crosses threads, and the sentence is made where the language is known. */
export type RefusalValue = { code: ErrorCode; details: SentenceDetails; expectation: Expectation | null; faults: readonly Fault[]
  /** What stands in the way, as its own exchange answers it: where the second of two is told of the first. */
  standing?: unknown
}

export class Refusal extends Error {
  readonly value: RefusalValue

  constructor(code: ErrorCode, details: SentenceDetails = {}, expectation: Expectation | null = null, faults: readonly Fault[] = [], standing?: unknown) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'Refusal'
    this.value = { code, details, expectation, faults, ...(standing !== undefined && { standing }) }
  }
}
