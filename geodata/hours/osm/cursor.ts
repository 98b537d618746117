import type { Token } from './tokens.ts'

/** Walks over pieces. A reader that returns null has left it where it was. */
export type Cursor = { tokens: readonly Token[]; at: number }

export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead]
}

/** Whether that sign stands here. */
export function isSign(cursor: Cursor, sign: string, ahead = 0): boolean {
  const token = peek(cursor, ahead)
  return token?.kind === 'sign' && token.sign === sign
}

/** Steps over the sign if it stands here. */
export function take(cursor: Cursor, sign: string): boolean {
  if (!isSign(cursor, sign)) return false
  cursor.at++
  return true
}
