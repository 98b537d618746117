import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Sweeps what reading a city left behind and hands the pages back. The engine would do it at its leisure, and until then the
 * process holds several times what the columns need. The function is only there under a flag, which may be set late.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const sweep: unknown = runInNewContext('gc')
  if (typeof sweep === 'function') sweep({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
