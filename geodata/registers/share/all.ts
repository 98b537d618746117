import type { Register } from '../register.ts'
import { listMatching } from './listMatching.ts'
import { openBothWays } from './openBothWays.ts'
import { openCanteens } from './openCanteens.ts'
import { openRooms } from './openRooms.ts'
import { plaqueRegister } from './plaques.ts'
import { serviceOffers } from './serviceOffers.ts'
import { threeStrongholds } from './threeStrongholds.ts'
import { units } from './units.ts'

export const shareRegisters = {
  units, openCanteens, openRooms, serviceOffers, listMatching, openBothWays, threeStrongholds, memberStations: plaqueRegister('memberStation'), practiceBases: plaqueRegister('practiceBase'),
} as const satisfies Readonly<Record<string, Register>>
