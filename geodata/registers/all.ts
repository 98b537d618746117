import type { RegisterCode } from '../model/registerList.ts'
import { actRegisters } from './act/all.ts'
import { buildRegisters } from './build/all.ts'
import { governRegisters } from './govern/all.ts'
import type { Register } from './register.ts'
import { shareRegisters } from './share/all.ts'
import { trainRegisters } from './train/all.ts'
import { twoNewRegisters } from './twoNew/all.ts'

/** Every register that computes a table; narratives are words alone. */
export const registers: Readonly<Partial<Record<RegisterCode, Register>>> = { ...governRegisters, ...shareRegisters, ...trainRegisters, ...actRegisters, ...buildRegisters, ...twoNewRegisters }
