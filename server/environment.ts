import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StartErrorCode } from '../geodata/words/errors.ts'
import type { SentenceDetails } from '../geodata/words/sentence.ts'

/** What the process is told from outside, read once. */
export type Environment = {
  host: string
  port: number
  /** Folder of the database. */
  dataFolder: string
  /** Origin that links are made with; absent: the address it listens on. */
  publicUrl: string
}

export class StartError extends Error {
  readonly code: StartErrorCode
  readonly details: SentenceDetails

  constructor(code: StartErrorCode, details: SentenceDetails) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'StartError'
    this.code = code
    this.details = details
  }
}

/** Until there are accounts everyone who reaches the server is its planner, so only this machine may reach it. */
const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost']

/** Throws StartError with the first value that cannot be used. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const host = variables['HOST'] ?? '127.0.0.1'
  if (host.trim() === '') throw new StartError('badHost', {})
  if (!loopback.includes(host)) throw new StartError('hostNotLoopback', { found: host })
  const port = parsePort(variables['PORT'])
  return { host, port, dataFolder: parseDataFolder(variables), publicUrl: parsePublicUrl(variables['PUBLIC_URL'], host, port) }
}

/** The folder alone, for commands that serve nothing. */
export function parseDataFolder(variables: Readonly<Record<string, string | undefined>>): string {
  const found = variables['LINLI_DATA'] ?? '.linli'
  if (found.trim() === '') throw new StartError('badDataFolder', { found, reason: '空 empty' })
  const folder = isAbsolute(found) ? found : resolve(fileURLToPath(new URL('..', import.meta.url)), found)
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new StartError('badDataFolder', { found, reason: '不是文件夹 not a folder' })
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch {
    throw new StartError('badDataFolder', { found, reason: '没有写权限 no right to write' })
  }
  return folder
}

/** Step by step: the recursive form of mkdir never returns where the system says that an existing folder is missing, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

function parsePort(found: string | undefined): number {
  if (found === undefined) return 8787
  const port = Number(found)
  if (!/^\d+$/.test(found) || port > 65_535) throw new StartError('badPort', { found })
  return port
}

function parsePublicUrl(found: string | undefined, host: string, port: number): string {
  if (found === undefined) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  if (!URL.canParse(found)) throw new StartError('badPublicUrl', { found })
  const url = new URL(found)
  if (!['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') throw new StartError('badPublicUrl', { found })
  return url.origin
}
