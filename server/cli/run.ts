import { errorSentence, type AnyErrorCode } from '../../geodata/words/errors.ts'
import type { Language, SentenceDetails } from '../../geodata/words/sentence.ts'
import { Refusal } from '../answers/refusal.ts'
import { refusalDetails } from '../answers/refusal-details.ts'
import { parseDataFolder, StartError } from '../environment.ts'
import { StoreError } from '../store/store-error.ts'
import { CommandError, type Command } from './command.ts'
import { coverageCommand } from './coverage.ts'
import { demoCommand } from './demo.ts'
import { deviceCommand } from './device.ts'
import { editionCommand } from './edition.ts'
import { exportCommand } from './export.ts'
import { gapsCommand } from './gaps.ts'
import { helpOf, overview } from './help.ts'
import { hideUnitCommand } from './hide-unit.ts'
import { hoursCommand } from './hours.ts'
import { importCommand } from './import.ts'
import { nearestName } from './nearest-name.ts'
import { parseWords } from './parse-words.ts'
import { sitingCommand } from './siting.ts'
import { terminal } from './terminal.ts'
import { userCommand } from './user.ts'
import { verifyCommand } from './verify.ts'

const commands: readonly Command[] = [demoCommand, importCommand, coverageCommand, gapsCommand, sitingCommand, hoursCommand, exportCommand, verifyCommand, userCommand, deviceCommand, hideUnitCommand, editionCommand]

/** One command line. Answers the exit code: 0 only when the command did what it was asked. */
export async function run(given: readonly string[]): Promise<number> {
  const json = given.includes('--json')
  try {
    const [name, ...rest] = given
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      console.log(overview(commands).join('\n'))
      return name === undefined ? 1 : 0
    }
    const command = commands.find((one) => one.name === name)
    if (!command) throw new CommandError('unknownCommand', { found: name, nearestName: nearestName(name, commands.map((one) => one.name)), expected: commands.map((one) => one.name).join(' ') })
    const { words, values } = parseWords(command, rest)
    if (values['help'] === true) {
      console.log(helpOf(command).join('\n'))
      return 0
    }
    return await command.run(words, values, terminal(json, parseDataFolder(process.env)))
  } catch (error) {
    const known = knownError(error)
    if (!known) {
      // A bug of ours: whoever reads the one JSON document learns of it there, whoever mends it finds the stack beside.
      console.error(error)
      if (json) console.log(JSON.stringify({ error: { code: 'unexpected', message: errorSentence('unexpected', { found: String(error) }, 'zh'), messageEn: errorSentence('unexpected', { found: String(error) }, 'en') } }))
      return 1
    }
    const sentence = (language: Language): string => errorSentence(known.code, withNearest(known.details(language), language), language)
    if (json) console.log(JSON.stringify({ error: { code: known.code, message: sentence('zh'), messageEn: sentence('en') } }))
    else console.error(`${sentence('zh')}\n${sentence('en')}`)
    return 1
  }
}

function knownError(error: unknown): { code: AnyErrorCode; details: (language: Language) => SentenceDetails } | null {
  if (error instanceof CommandError || error instanceof StoreError || error instanceof StartError) return { code: error.code, details: () => error.details }
  if (!(error instanceof Refusal)) return null
  const { value } = error
  return { code: value.code, details: (language) => refusalDetails(value, language).details }
}

/** "，是不是想用 import" where a name is near, nothing where none is. */
function withNearest(details: SentenceDetails, language: Language): SentenceDetails {
  const name = details['nearestName']
  return { ...details, nearest: typeof name !== 'string' ? '' : language === 'zh' ? `，是不是 ${name}` : `, did you mean ${name}` }
}
