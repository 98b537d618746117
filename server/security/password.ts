import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { inTurn } from './turns.ts'

/** What one Argon2id costs whoever tries a password. */
export type HashCost = { memoryKib: number; passes: number; lanes: number }

/** OWASP Password Storage Cheat Sheet, 2025: Argon2id with 19 MiB, 2 passes, 1 lane. About 25 ms in `npm run bench -- --only logIn`, up to 90 ms on a slow machine. */
export const usualCost: HashCost = { memoryKib: 19_456, passes: 2, lanes: 1 }

const saltBytes = 16
const hashBytes = 32

const argon2Async = promisify(argon2)

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, the PHC string format. */
export async function hashPassword(password: string, { memoryKib, passes, lanes }: HashCost): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await derive(password, salt, { memoryKib, passes, lanes }, hashBytes)
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`
}

/** Takes as long for a wrong password as for the right one. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored)
  if (!found) throw new TypeError('a stored password is no Argon2id in the PHC format')
  const [, memoryKib, passes, lanes, salt, hash] = found
  const expected = Buffer.from(hash, 'base64')
  const cost = { memoryKib: Number(memoryKib), passes: Number(passes), lanes: Number(lanes) }
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost, expected.length), expected)
}

/** The same letters typed on another keyboard are the same password (NFKC). */
const derive = (password: string, nonce: Buffer, { memoryKib, passes, lanes }: HashCost, tagLength: number): Promise<Buffer> =>
  inTurn(() => argon2Async('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, parallelism: lanes, tagLength, memory: memoryKib, passes }))

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
