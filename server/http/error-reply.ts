import type { ErrorAnswer, ErrorCode } from '../../geodata/contract/errors.ts'
import { errorSentence } from '../../geodata/words/errors.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import type { RefusalValue } from '../answers/refusal.ts'
import { refusalDetails } from '../answers/refusal-details.ts'

/** The one status of each error. A stale version is gone for good at that address, which for maps and proxies is 404. */
const statuses: Readonly<Record<ErrorCode, 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 428 | 429 | 500 | 503>> = {
  unknownEndpoint: 404, methodNotAllowed: 405, unknownParameter: 400, badParameter: 400, missingParameter: 400, conflictingParameters: 400, repeatedParameter: 400,
  unknownArea: 404, unknownRegister: 404, unknownCategory: 404, unknownBuilding: 404, unknownFormat: 400, unknownTile: 404, badCursor: 400, staleVersion: 404, emptyCity: 404, notReady: 503, tooLarge: 413, internal: 500,
  foreignHost: 403, foreignOrigin: 403, notLoggedIn: 401, badCredentials: 401, lockedOut: 429, sessionEnded: 401, passwordChangeDue: 403, weakPassword: 400, needsRole: 403, outsideAreas: 403, wholeCityOnly: 403, limitNotListed: 403,
  areaTooFine: 403, tooManyRequests: 429, wrongMediaType: 415, badJson: 400, invalidRecord: 400, unknownRecord: 404, recordExists: 409, ifMatchMissing: 428, changedMeanwhile: 412, inUse: 409, notRestorable: 409,
  writerBusy: 503, diskTrouble: 503, unknownJob: 404, jobNotDone: 409, uploadIncomplete: 400, asOfUnknown: 400, unknownSubject: 404, taskExists: 409,
  unknownEdition: 404, editionTooFine: 403, editionDamaged: 500, editionExists: 409, notFrozen: 404, otherOutlines: 409, unknownTour: 404, tourChanged: 412, tourExists: 409, tooManyTours: 409,
  badStep: 400, unknownScenario: 404, scenarioChanged: 412, scenarioExists: 409, tooManyScenarios: 409, noCandidates: 400, unknownCandidate: 400, repeatedCandidate: 400, candidateOutside: 400, noSeats: 400, targetTooHigh: 400, targetMissing: 400, someoneOutOfReach: 400, lockedTooMany: 400, lockedTooDear: 400, notForObjective: 400,
  deviceEnded: 401, badDeviceToken: 401, notForDevice: 403, badDeviceName: 400, deviceTaken: 409, unknownDevice: 404, wrongCode: 403, steeringEnded: 404,
}

/** The one shape of every error over HTTP. */
export function errorReply(value: RefusalValue, language: Language): { status: number; body: ErrorAnswer } {
  const { code } = value
  const { details, fields } = refusalDetails(value, language)
  return { status: statuses[code], body: { error: { code, message: errorSentence(code, details, language), details, ...(fields.length > 0 && { fields }), ...(value.standing !== undefined && { standing: value.standing }) } } }
}
