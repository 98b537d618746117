import type { Register } from '../register.ts'

export const shareRegisters = {} as const satisfies Readonly<Record<string, Register>>
