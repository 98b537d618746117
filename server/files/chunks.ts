import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** 1 MiB: large enough that system calls cost nothing, small enough to stay out of the way. */
const chunkBytes = 1 << 20

/** The bytes of a file, piece by piece; each piece is valid only until the next is asked for. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r')
  try {
    const buffer = new Uint8Array(Math.min(chunkBytes, Math.max(1, fstatSync(descriptor).size)))
    for (;;) {
      const count = readSync(descriptor, buffer, 0, buffer.length, null)
      if (count === 0) return
      yield buffer.subarray(0, count)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** An open file read at any offset. */
export type RandomAccess = { bytes: number; read: (offset: number, count: number) => Uint8Array; close: () => void }

/** `read` returns fewer bytes than asked for only where the file ends. */
export function randomAccess(path: string): RandomAccess {
  const descriptor = openSync(path, 'r')
  return {
    bytes: fstatSync(descriptor).size,
    read: (offset, count) => {
      const buffer = new Uint8Array(count)
      let have = 0
      while (have < count) {
        const got = readSync(descriptor, buffer, have, count - have, offset + have)
        if (got === 0) break
        have += got
      }
      return buffer.subarray(0, have)
    },
    close: () => closeSync(descriptor),
  }
}
