import * as z from 'zod/mini'
import { Refusal } from '../answers/refusal.ts'
import { fieldFaultsOf } from './field-faults.ts'

/** Most bytes of JSON one request may bring: a record is a few hundred. */
const mostBytes = 262_144
/** What is more is read to its end and thrown away, up to this many bytes: whoever sends hears the answer only then. Beyond it the connection is closed. */
const mostPassedOver = 67_108_864

/** The JSON of a request, of the contract's shape. Throws Refusal: wrongMediaType, tooLarge, badJson, or invalidRecord with every fault there is. */
export async function readBody(request: Request, schema: z.ZodMiniType): Promise<unknown> {
  const mediaType = request.headers.get('content-type') ?? ''
  if (!/^application\/json(\s*;|$)/i.test(mediaType)) throw new Refusal('wrongMediaType', { expected: 'application/json', found: mediaType === '' ? '—' : mediaType })
  const text = await boundedText(request)
  const value = parsed(text)
  const read = z.safeParse(schema, value)
  if (read.success) return read.data
  throw new Refusal('invalidRecord', {}, null, fieldFaultsOf(read.error.issues, value, schema))
}

async function boundedText(request: Request): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of request.body ?? []) {
    bytes += part.length
    if (bytes <= mostBytes) parts.push(part)
    else if (bytes > mostPassedOver) break
  }
  if (bytes > mostBytes) throw new Refusal('tooLarge', { expected: `${mostBytes / 1024} kB`, found: request.headers.get('content-length') ?? `> ${mostBytes / 1024} kB` })
  return decoded(Buffer.concat(parts))
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Read with what is missing marked as such, it would be stored so.
    throw new Refusal('badJson', { found: 'not UTF-8' })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('badJson', { found: error instanceof Error ? error.message.slice(0, 120) : '' })
  }
}
