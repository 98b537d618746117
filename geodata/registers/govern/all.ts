import type { Register } from '../register.ts'
import { vacancies } from './vacancies.ts'

export const governRegisters = { vacancies } as const satisfies Readonly<Record<string, Register>>
