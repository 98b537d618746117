import type { ResidentCounts } from '../../geodata/model/building.ts'
import type { Dice } from './dice.ts'
import { diceOf } from './dice.ts'
import type { Site, SiteUse } from './draft.ts'

export type People = ResidentCounts & { households: number; counted: boolean }

/** Who lives where: persons per household, share of 60 and over, share of children; ranges by the age of the estate. */
type Habit = { perHousehold: [number, number]; over60: [number, number]; children: [number, number]; occupied: [number, number] }

const habits: Partial<Record<SiteUse, Habit>> = {
  lanes: { perHousehold: [2.3, 2.5], over60: [0.31, 0.39], children: [0.08, 0.11], occupied: [0.85, 0.97] },
  compound: { perHousehold: [2.3, 2.55], over60: [0.3, 0.4], children: [0.08, 0.12], occupied: [0.9, 0.99] },
  estate: { perHousehold: [2.5, 2.8], over60: [0.16, 0.24], children: [0.13, 0.18], occupied: [0.9, 0.98] },
  towers: { perHousehold: [2.5, 2.8], over60: [0.1, 0.14], children: [0.17, 0.22], occupied: [0.8, 0.94] },
  village: { perHousehold: [2.3, 2.6], over60: [0.12, 0.2], children: [0.1, 0.15], occupied: [0.9, 1] },
  resettlement: { perHousehold: [2.29, 2.29], over60: [0.24, 0.28], children: [0.12, 0.15], occupied: [1, 1] },
  campus: { perHousehold: [3.6, 4], over60: [0, 0], children: [0, 0], occupied: [0.9, 1] },
}

/** Share of the 60 and over who are 80 and over: 3.5 % of all at a mean of 24 %. */
const over80Of60 = 0.146

/** People of every building of a site, in the order of its buildings; null where nobody is recorded. One estate in nine is an estimate. */
export function peopleOf(site: Site, seed: number, key: string): (People | null)[] {
  const habit = habits[site.use]
  const dice = diceOf(seed, `people ${key}`)
  if (habit === undefined) return site.buildings.map(() => null)
  const counted = !dice.chance(0.11)
  const [older, young] = [dice.between(...habit.over60), dice.between(...habit.children)]
  return site.buildings.map((building) => (building.dwellings === 0 ? null : household(building.dwellings, habit, older, young, counted, dice)))
}

function household(dwellings: number, habit: Habit, older: number, young: number, counted: boolean, dice: Dice): People {
  const households = Math.max(1, Math.round(dwellings * dice.between(...habit.occupied)))
  return peopleFor(households, Math.round(households * dice.between(...habit.perHousehold)), older * dice.between(0.9, 1.1), young * dice.between(0.9, 1.1), counted)
}

/** Whole persons from shares; 80 and over is part of 60 and over. */
function peopleFor(households: number, all: number, older: number, young: number, counted: boolean): People {
  const over60 = Math.round(all * older)
  return { households, all, over60, over80: Math.round(over60 * over80Of60), children: Math.min(all - over60, Math.round(all * young)), counted }
}
