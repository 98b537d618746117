import '../node-version.ts'
import '../private-files.ts'
import { run } from './run.ts'

/** `npm run linli -- <command>`. */
process.exitCode = await run(process.argv.slice(2))
