import { expectationWords } from '../../geodata/words/expectation.ts'
import { CommandError, type Values } from './command.ts'

/** The value of an option as a whole number within bounds; undefined when it is not given. */
export function wholeNumber(values: Values, name: string, from: number, to: number): number | undefined {
  const found = values[name]
  if (found === undefined) return undefined
  const value = Number(found)
  if (found === true || !/^\d+$/.test(found) || value < from || value > to) {
    throw new CommandError('badOption', { option: `--${name}`, expected: expectationWords({ kind: 'number', whole: true, above: null, from, to }, 'zh'), found: String(found) })
  }
  return value
}
