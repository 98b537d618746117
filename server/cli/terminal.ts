import { writeSync } from 'node:fs'
import type { Terminal } from './command.ts'

/** Standard output and standard error as a command sees them. */
export function terminal(json: boolean, dataFolder: string): Terminal {
  const live = process.stderr.isTTY === true && !json
  let drawn = false
  const clear = (): void => {
    if (drawn) process.stderr.write('\r\u001B[2K')
    drawn = false
  }
  return {
    json, dataFolder,
    answer(value, lines) {
      clear()
      console.log(json ? JSON.stringify(value) : lines.join('\n'))
    },
    failure(value, lines) {
      clear()
      if (json) console.log(JSON.stringify(value))
      else console.error(lines.join('\n'))
    },
    progress(text) {
      if (!live) return
      clear()
      process.stderr.write(text)
      drawn = true
    },
    bytes(body) {
      clear()
      try {
        for (let at = 0; at < body.length;) at += writeSync(1, body, at)
      } catch (error) {
        // Whoever read it had enough, like `head`.
        if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
      }
    },
  }
}
