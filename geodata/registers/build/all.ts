import type { Register } from '../register.ts'
import { plaqueRegister } from '../share/plaques.ts'
import { activityFunds } from './activityFunds.ts'
import { allowances } from './allowances.ts'
import { estateBuilding } from './estateBuilding.ts'
import { fundSources } from './fundSources.ts'
import { resettlementAccounts } from './resettlementAccounts.ts'
import { resettlementSites } from './resettlementSites.ts'
import { roomsOwed } from './roomsOwed.ts'
import { siteFunds } from './siteFunds.ts'
import { slotSites } from './slotSites.ts'
import { villagePlatforms } from './villagePlatforms.ts'

export const buildRegisters = {
  communitySlots: slotSites('community'), streetSlots: slotSites('street'), villagePlatforms, resettlementSites, roomsOwed, estateBuilding, activityFunds, fundSources, allowances, siteFunds, resettlementAccounts, modelSites: plaqueRegister('modelSite'),
} as const satisfies Readonly<Record<string, Register>>
