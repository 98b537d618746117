import type { Register } from '../register.ts'

export const buildRegisters = {} as const satisfies Readonly<Record<string, Register>>
