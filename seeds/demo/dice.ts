import { seededRandom, seedOf } from '../../geodata/kernel/random.ts'

/** Seeded choices; two dice with the same seed and part fall alike, whatever else happens in the city. */
export type Dice = {
  share: () => number
  between: (low: number, high: number) => number
  whole: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(choices: readonly T[]) => T
}

export function diceOf(seed: number, part: string): Dice {
  const share = seededRandom(seedOf(seed, part))
  const between = (low: number, high: number): number => low + (high - low) * share()
  return {
    share,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    chance: (probability) => share() < probability,
    pick: (choices) => choices[Math.floor(share() * choices.length)],
  }
}
