import type { SentenceDetails } from '../../geodata/words/sentence.ts'
import type { StoreErrorCode } from '../../geodata/words/errors.ts'

/** What the store refuses; the sentence for each code is in geodata/words/errors.ts. */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly details: SentenceDetails

  constructor(code: StoreErrorCode, details: SentenceDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'StoreError'
    this.code = code
    this.details = details
  }
}
