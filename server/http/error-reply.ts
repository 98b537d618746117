import type { ErrorAnswer, ErrorCode } from '../../geodata/contract/errors.ts'
import { errorSentence } from '../../geodata/words/errors.ts'
import { expectationWords } from '../../geodata/words/expectation.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import type { RefusalValue } from '../answers/refusal.ts'

/** The one status of each error. A stale version is gone for good at that address, which for maps and proxies is 404. */
const statuses: Readonly<Record<ErrorCode, 400 | 403 | 404 | 405 | 413 | 500 | 503>> = {
  unknownEndpoint: 404, methodNotAllowed: 405, unknownParameter: 400, badParameter: 400, missingParameter: 400, conflictingParameters: 400, repeatedParameter: 400,
  unknownArea: 404, unknownCategory: 404, unknownBuilding: 404, unknownFormat: 400, unknownTile: 404, badCursor: 400, staleVersion: 404, emptyCity: 404, forbidden: 403,
  notReady: 503, tooLarge: 413, internal: 500,
}

/** The one shape of every error over HTTP. */
export function errorReply({ code, details, expectation }: RefusalValue, language: Language): { status: number; body: ErrorAnswer } {
  const filled = expectation ? { ...details, expected: expectationWords(expectation, language) } : details
  return { status: statuses[code], body: { error: { code, message: errorSentence(code, filled, language), details: filled } } }
}
