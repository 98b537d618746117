import * as z from 'zod/mini'
import { faultCodes } from '../model/fault.ts'

const errorCodes = [
  'unknownEndpoint', 'methodNotAllowed', 'unknownParameter', 'badParameter', 'missingParameter', 'conflictingParameters', 'repeatedParameter', 'unknownArea', 'unknownCategory', 'unknownRegister',
  'unknownBuilding', 'unknownFormat', 'unknownTile', 'badCursor', 'staleVersion', 'emptyCity', 'notReady', 'tooLarge', 'internal',
  // Who may ask.
  'foreignHost', 'foreignOrigin', 'notLoggedIn', 'badCredentials', 'lockedOut', 'sessionEnded', 'passwordChangeDue', 'weakPassword', 'needsRole', 'outsideAreas', 'wholeCityOnly', 'limitNotListed', 'areaTooFine', 'tooManyRequests',
  // Screens and the phones that steer them.
  'deviceEnded', 'badDeviceToken', 'notForDevice', 'badDeviceName', 'deviceTaken', 'unknownDevice', 'wrongCode', 'steeringEnded',
  // What is written.
  'wrongMediaType', 'badJson', 'invalidRecord', 'unknownRecord', 'recordExists', 'ifMatchMissing', 'changedMeanwhile', 'inUse', 'notRestorable', 'writerBusy', 'diskTrouble',
  'unknownJob', 'jobNotDone', 'uploadIncomplete', 'asOfUnknown', 'unknownSubject', 'taskExists',
  // Dated editions and tours.
  'unknownEdition', 'editionTooFine', 'editionDamaged', 'editionExists', 'notFrozen', 'otherOutlines', 'unknownTour', 'tourChanged', 'tourExists', 'tooManyTours',
  // What would be done to the city.
  'badStep', 'unknownScenario', 'scenarioChanged', 'scenarioExists', 'tooManyScenarios', 'noCandidates', 'unknownCandidate', 'repeatedCandidate', 'candidateOutside', 'noSeats', 'targetTooHigh', 'targetMissing', 'someoneOutOfReach', 'lockedTooMany', 'lockedTooDear', 'notForObjective',
] as const
/** The one vocabulary of errors over HTTP; sentences for each are in geodata/words. */
export type ErrorCode = (typeof errorCodes)[number]

const details = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

const fieldFault = z.object({
  /** Dotted path within the record: admission.minAge */
  field: z.string(),
  code: z.enum(faultCodes),
  /** A sentence in the reader's language: what was expected, what was found. */
  message: z.string(),
  details,
})
export type FieldFault = z.infer<typeof fieldFault>

export const errorAnswer = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    /** A sentence in the reader's language: where, what was expected, what was found. */
    message: z.string(),
    /** Values of the sentence, for machines: parameter, expected, found … */
    details,
    /** All that is wrong with a record that was sent, field by field. */
    fields: z.optional(z.array(fieldFault)),
    /** scenarioChanged: the scenario as it stands, of the shape of scenarioRead. */
    standing: z.optional(z.unknown()),
  }),
})
export type ErrorAnswer = z.infer<typeof errorAnswer>
