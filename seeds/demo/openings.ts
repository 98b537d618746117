import { monthStart } from './registers/row.ts'

/** Canteens of communities that were there before the demo's 24 months, and months between the later ones. */
const oldCanteens = 4, canteenMonths = 3

/** Day the n-th community canteen opened; null: before the demo's 24 months. */
export const canteenOpened = (number: number): string | null => (number < oldCanteens ? null : monthStart(2 + canteenMonths * (number - oldCanteens)))

/** Every other dining hall that lets residents in began to in the last of these months; null: before. */
export const hallOpened = (number: number): string | null => (number % 2 === 0 ? null : monthStart(12 + ((number * 3) % 11)))

/** Day an item of a community opened; each comes with its rows from before. One item in nineteen did within the 24 months, and the square of every fourth community. */
export function itemOpened(community: number, slot: number, isSquare: boolean): string | null {
  if (isSquare && community % squareEvery === 2) return monthStart(4 + ((community * 5) % 18))
  const number = community * 7 + slot * 3
  return slot === 0 || number % 19 !== 5 ? null : monthStart(2 + (number % 20))
}
const squareEvery = 4
