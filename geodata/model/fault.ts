export const faultCodes = [
  'unknownField', 'missingField', 'wrongType', 'notListed', 'tooShort', 'blank', 'tooLong', 'tooFew', 'tooMany', 'tooSmall', 'tooLarge', 'notWhole', 'badPattern', 'badDate', 'badOrder', 'outsideCity', 'outsideAreas', 'missingReference',
  'deniedName', 'mobilePhone', 'identityNumber', 'badPhone', 'badCreditCode', 'takenCreditCode', 'notEditable', 'partsExceed', 'unreadableSign', 'emptyChange',
  'notOfSheet', 'notAfter', 'overlaps', 'secondRound', 'otherCommittee', 'circle',
] as const
/** What can be wrong with one field of a record that was sent. */
export type FaultCode = (typeof faultCodes)[number]

/** A fault as a value; the sentence is made where the language is known (geodata/words/faults.ts). `field`: dotted path, e.g. admission.minAge. */
export type Fault = { field: string; code: FaultCode; details: Readonly<Record<string, string | number | null>> }
