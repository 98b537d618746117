import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { fileURLToPath } from 'node:url'
import type { StartErrorCode } from '../geodata/words/errors.ts'
import type { SentenceDetails } from '../geodata/words/sentence.ts'
import { isLoopbackName } from './http/host.ts'

/** What the process is told from outside, read once. */
export type Environment = {
  host: string
  port: number
  /** Folder of the database. */
  dataFolder: string
  /** Origin that links are made with; absent: the address it listens on. */
  publicUrl: string
  /** Whether PUBLIC_URL said so; if not, pages make links with the address they were opened by. */
  publicUrlSaid: boolean
  /** Origins whose pages may hold /embed in a frame (LINLI_EMBED). */
  embedders: readonly string[]
  /** Whether a demonstration is open to whoever has no account: only on this machine, and only if nobody said no. */
  openDemo: boolean
  /** Whether outlines of buildings are for the public. */
  publicBuildings: boolean
  /** Whether a proxy of ours stands before the server and writes X-Forwarded-For. */
  proxy: boolean
  /** The file that is shown where the public alone is served (LINLI_MODE=public, LINLI_FILE); null: the house's own data, to everyone by his role. */
  publicFile: string | null
  /** What TLS is spoken with; null: plain http. */
  tls: { cert: string; key: string } | null
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

/** Throws StartError with the first value that cannot be used. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const host = variables['HOST'] ?? '127.0.0.1'
  if (host.trim() === '') throw new StartError('badHost', {})
  const port = parsePort(variables['PORT'])
  const tls = parseTls(variables), dataFolder = parseDataFolder(variables)
  return {
    host, port, dataFolder, publicFile: parsePublicFile(variables, dataFolder), publicUrl: parsePublicUrl(variables['PUBLIC_URL'], `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`),
    openDemo: parseSwitch(variables, 'LINLI_DEMO_OPEN', true) && isLoopbackName(host), publicBuildings: parsePublicBuildings(variables), proxy: parseSwitch(variables, 'LINLI_PROXY', false), tls,
    publicUrlSaid: variables['PUBLIC_URL'] !== undefined, embedders: parseEmbedders(variables['LINLI_EMBED']),
  }
}

/** Whether outlines of buildings are for the public. */
export const parsePublicBuildings = (variables: Readonly<Record<string, string | undefined>>): boolean => parseSwitch(variables, 'LINLI_PUBLIC_BUILDINGS', true)

/** Null: not asked for. */
function parsePublicFile(variables: Readonly<Record<string, string | undefined>>, dataFolder: string): string | null {
  const mode = variables['LINLI_MODE'] ?? 'house', named = variables['LINLI_FILE']
  if (mode !== 'house' && mode !== 'public') throw new StartError('badMode', { found: mode })
  if (mode === 'house') return null
  return named === undefined || named.trim() === '' ? join(dataFolder, 'public.sqlite') : resolve(fileURLToPath(new URL('..', import.meta.url)), named)
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

function parseSwitch(variables: Readonly<Record<string, string | undefined>>, name: string, usual: boolean): boolean {
  const found = variables[name]
  if (found === undefined) return usual
  if (found !== '0' && found !== '1') throw new StartError('badSwitch', { name, found })
  return found === '1'
}

/** Both files or neither. */
function parseTls(variables: Readonly<Record<string, string | undefined>>): Environment['tls'] {
  const [cert, key] = ['TLS_CERT', 'TLS_KEY'].map((name) => ({ name, path: variables[name] }))
  if (cert.path === undefined && key.path === undefined) return null
  for (const [{ name, path }, other] of [[cert, key], [key, cert]]) if (path === undefined) throw new StartError('tlsHalf', { found: other.name, expected: name })
  const tls = { cert: read(cert), key: read(key) }
  try {
    createSecureContext(tls)
  } catch (error) {
    throw new StartError('badTls', { found: error instanceof Error ? error.message : String(error) })
  }
  return tls
}

function read({ name, path }: { name: string; path: string | undefined }): string {
  try {
    return readFileSync(path ?? '', 'utf8')
  } catch (error) {
    throw new StartError('unreadableTls', { name, found: path ?? '', reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) })
  }
}

function parsePublicUrl(found: string | undefined, usual: string): string {
  if (found === undefined) return usual
  if (!URL.canParse(found)) throw new StartError('badPublicUrl', { found })
  const url = new URL(found)
  if (!isOrigin(url)) throw new StartError('badPublicUrl', { found })
  return url.origin
}

/** Parted by spaces or commas. */
function parseEmbedders(found: string | undefined): string[] {
  const named = (found ?? '').split(/[\s,]+/).filter((part) => part !== '')
  for (const part of named) if (!URL.canParse(part) || !isOrigin(new URL(part))) throw new StartError('badEmbedder', { found: part })
  return named.map((part) => new URL(part).origin)
}

const isOrigin = (url: URL): boolean => ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
