import { textFaults } from '../../geodata/intake/edits/texts.ts'
import { Refusal } from './refusal.ts'

/** Texts that walls will show can be read and hold no number of a person's papers. Throws Refusal invalidRecord. */
export function checkTexts(value: object): void {
  const faults = textFaults(onOneLine(value)).filter(({ code }) => code === 'unreadableSign' || code === 'identityNumber')
  if (faults.length > 0) throw new Refusal('invalidRecord', {}, null, faults)
}

/** Line ends and tabs are how people write, and no signs that nobody sees. */
const onOneLine = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll(/[\r\n\t]/g, ' ') : Array.isArray(value) ? value.map(onOneLine)
  : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, onOneLine(part)])) : value)
