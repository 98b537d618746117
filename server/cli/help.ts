import type { Command } from './command.ts'
import { commonOptions } from './parse-words.ts'

/** What a command does and takes, in both languages. */
export function helpOf(command: Command): string[] {
  const options = [...command.options, ...commonOptions].map((option) => ({ ...option, usage: `--${option.name}${option.value === null ? '' : ` ${option.value}`}` }))
  const width = Math.max(...options.map(({ usage }) => usage.length)) + 2
  return [
    `npm run linli -- ${command.name}${command.words === null ? '' : ` ${command.words}`} [--…]`,
    `  ${command.zh}`, `  ${command.en}`, '',
    ...options.map(({ usage, zh, en }) => `  ${usage.padEnd(width)}${zh} · ${en}`),
  ]
}

export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  return ['npm run linli -- <command> [--help]', '', ...commands.map(({ name, zh, en }) => `  ${name.padEnd(width)}${zh} · ${en}`)]
}
