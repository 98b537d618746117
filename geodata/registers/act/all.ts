import type { Register } from '../register.ts'

export const actRegisters = {} as const satisfies Readonly<Record<string, Register>>
