import * as z from 'zod/mini'

const errorCodes = [
  'unknownEndpoint', 'methodNotAllowed', 'unknownParameter', 'badParameter', 'missingParameter', 'conflictingParameters', 'repeatedParameter', 'unknownArea', 'unknownCategory',
  'unknownBuilding', 'unknownFormat', 'unknownTile', 'badCursor', 'staleVersion', 'emptyCity', 'forbidden', 'notReady', 'tooLarge', 'internal',
] as const
/** The one vocabulary of errors over HTTP; sentences for each are in geodata/words. */
export type ErrorCode = (typeof errorCodes)[number]

export const errorAnswer = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    /** A sentence in the reader's language: where, what was expected, what was found. */
    message: z.string(),
    /** Values of the sentence, for machines: parameter, expected, found … */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
})
export type ErrorAnswer = z.infer<typeof errorAnswer>
