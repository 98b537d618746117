import { closeSync, openSync, rmSync, writeSync } from 'node:fs'

/** A file written piece by piece; only the piece in hand is held. */
export type FileWriter = {
  text(piece: string): void
  bytes(piece: Uint8Array): void
  /** Returns how many bytes the file has. */
  close(): number
  /** Closes and removes it. */
  discard(): void
}

/** Large enough that system calls cost nothing. */
const pieceSigns = 1 << 16

/** Throws the error of the file system. */
export function fileWriter(path: string): FileWriter {
  const descriptor = openSync(path, 'wx')
  let waiting: string[] = []
  let signs = 0
  let written = 0
  let open = true

  function bytes(piece: Uint8Array): void {
    for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at)
    written += piece.length
  }

  function flush(): void {
    if (waiting.length > 0) bytes(Buffer.from(waiting.join('')))
    waiting = []
    signs = 0
  }

  return {
    text(piece) {
      waiting.push(piece)
      signs += piece.length
      if (signs >= pieceSigns) flush()
    },
    bytes(piece) {
      flush()
      bytes(piece)
    },
    close() {
      flush()
      open = false
      closeSync(descriptor)
      return written
    },
    discard() {
      if (open) closeSync(descriptor)
      open = false
      rmSync(path, { force: true })
    },
  }
}
