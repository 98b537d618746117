import { newFields } from '../govern/newFields.ts'
import { twoNewCover } from '../govern/twoNewCover.ts'
import type { Register } from '../register.ts'
import { instructors } from '../train/instructors.ts'

/** 50, 51 and 53 rest on the same counting of organisations. */
export const twoNewRegisters = { twoNewCover, newFields, instructors } as const satisfies Readonly<Record<string, Register>>
