import type { Fault } from '../../geodata/model/fault.ts'
import { expectationWords } from '../../geodata/words/expectation.ts'
import { faultSentence } from '../../geodata/words/faults.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import type { RefusalValue } from './refusal.ts'

type Told = { details: Record<string, string | number | null>; fields: (Omit<Fault, 'details'> & { details: Record<string, string | number | null>; message: string })[] }

/** What the sentence of a refusal is filled with, and a sentence for each field that is at fault. */
export function refusalDetails({ details, expectation, faults }: RefusalValue, language: Language): Told {
  const fields = faults.map((fault) => ({ ...fault, details: { ...fault.details }, message: faultSentence(fault, language) }))
  const listed: Told['details'] = fields.length > 0 ? { count: fields.length, found: fields.map(({ field, message }) => (field === '' ? message : `${field} ${message}`)).join(' ') } : {}
  return { details: { ...details, ...listed, ...(expectation && { expected: expectationWords(expectation, language) }) }, fields }
}
