import { CommandError, type Command, type Option, type Values } from './command.ts'
import { nearestName } from './nearest-name.ts'

/** Options every command has. */
export const commonOptions: readonly Option[] = [
  { name: 'json', value: null, zh: '以 JSON 输出', en: 'answer as JSON' },
  { name: 'help', value: null, zh: '显示说明', en: 'show this help' },
]

/** Words and options after the command's name: --name value, --name=value, and after -- words only. Throws CommandError. */
export function parseWords(command: Command, given: readonly string[]): { words: string[]; values: Values } {
  const options = [...command.options, ...commonOptions]
  const words: string[] = []
  const values: Record<string, string | true> = {}
  for (let i = 0; i < given.length; i++) {
    const one = given[i]
    if (one === '--') {
      words.push(...given.slice(i + 1))
      break
    }
    if (!one.startsWith('-') || one === '-') {
      words.push(one)
      continue
    }
    const [name, inline] = splitOption(one)
    const option = options.find((known) => known.name === name)
    if (!option) throw unknownOption(command, one.split('=')[0], options)
    if (option.value === null) {
      if (inline !== null) throw new CommandError('optionTakesNoValue', { found: `--${name}` })
      values[name] = true
      continue
    }
    const value = inline ?? given[++i]
    if (value === undefined || (inline === null && value.startsWith('--'))) throw new CommandError('optionNeedsValue', { found: `--${name}` })
    values[name] = value
  }
  if (command.words === null && words.length > 0) throw new CommandError('tooManyWords', { command: command.name, found: words[0] })
  return { words, values }
}

function splitOption(text: string): [name: string, inline: string | null] {
  const at = text.indexOf('=')
  const name = text.replace(/^--?/, '').split('=')[0]
  return [text === '-h' ? 'help' : name, at < 0 ? null : text.slice(at + 1)]
}

function unknownOption(command: Command, found: string, options: readonly Option[]): CommandError {
  const nearest = nearestName(found.replace(/^-+/, ''), options.map((one) => one.name))
  return new CommandError('unknownOption', { command: command.name, found, nearestName: nearest && `--${nearest}`, expected: options.map((one) => `--${one.name}`).join(' ') })
}
