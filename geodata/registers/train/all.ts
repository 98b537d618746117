import type { Register } from '../register.ts'

export const trainRegisters = {} as const satisfies Readonly<Record<string, Register>>
