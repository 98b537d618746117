/** An answer ready to be sent: bytes that can move between threads without copying, and headers of its own. */
export type Reply = { body: Uint8Array<ArrayBuffer>; mediaType: string; headers: Readonly<Record<string, string>> }

const jsonMediaType = 'application/json; charset=utf-8'

export function jsonReply(value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { body: textBytes(JSON.stringify(value)), mediaType: jsonMediaType, headers }
}

/** A fresh buffer of its own, so that it can be transferred. */
export const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
