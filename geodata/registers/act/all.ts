import type { Register } from '../register.ts'
import { admittedTasks } from './admittedTasks.ts'
import { channels } from './channels.ts'
import { clubs } from './clubs.ts'
import { fiveLinks } from './fiveLinks.ts'
import { hazards } from './hazards.ts'
import { offersBy } from './offersBy.ts'
import { onlineMeetings } from './onlineMeetings.ts'
import { platformUse } from './platformUse.ts'
import { requests } from './requests.ts'
import { serviceItems } from './serviceItems.ts'
import { visitsAndLetters } from './visitsAndLetters.ts'

export const actRegisters = {
  serviceItems, platformUse, requests, hazards, clubs, channels, fiveLinks, onlineMeetings, visitsAndLetters, admittedTasks,
  waysOfServing: offersBy('way', ['claimed', 'fixedPoint', 'paired']), servedAudiences: offersBy('audience', ['everyone', 'older', 'children', 'lowIncome', 'entitled', 'disabled']),
} as const satisfies Readonly<Record<string, Register>>
