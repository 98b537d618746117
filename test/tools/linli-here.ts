import { run } from '../../server/cli/run.ts'
import type { Ran } from './linli.ts'

/** One run of the command line within this process, for what needs no process of its own: wrong words, and commands that are done at once. Typed input is not for it. */
export async function linliHere(words: readonly string[], dataFolder: string): Promise<Ran> {
  const told = { out: '', err: '' }
  const note = (where: keyof typeof told) => (...said: unknown[]): void => { told[where] += `${said.join(' ')}\n` }
  const [log, error, data] = [console.log, console.error, process.env['LINLI_DATA']]
  Object.assign(console, { log: note('out'), error: note('err') })
  process.env['LINLI_DATA'] = dataFolder
  try {
    return { code: await run(words), ...told }
  } finally {
    Object.assign(console, { log, error })
    if (data === undefined) delete process.env['LINLI_DATA']
    else process.env['LINLI_DATA'] = data
  }
}
