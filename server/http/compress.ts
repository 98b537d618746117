import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const gzipAsync = promisify(gzip)

/** Below this the headers weigh more than what is saved. */
const smallestBytes = 1024

export const acceptsGzip = (header: string | undefined): boolean => (header ?? '').split(',').some((part) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(part))

/** Level 1, off the main thread. Null: not worth it. Spreadsheets are compressed already. */
export async function compressed(body: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body.length < smallestBytes || mediaType.includes('spreadsheet')) return null
  return Uint8Array.from(await gzipAsync(body, { level: 1 }))
}
