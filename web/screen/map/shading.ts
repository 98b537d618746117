import { wallNumberCodes, type WallNumberCode, type WallSubject } from '../../../geodata/model/wall.ts'
import type { WallNumber } from '../../../geodata/contract/wall.ts'
import type { AreaLevel } from '../../../geodata/model/area.ts'
import type { Step } from '../../map/overlay/shapes.ts'
import type { WallAnswer, WallChild } from './answer.ts'

/** `value`: in the unit shown, shares 0..1; null: `step` says why. */
export type Shade = { code: string; name: string; value: number | null; step: Step }
/** Areas of one level by their own figure. `bounds`: upper bounds of the classes, rising; the last one holds the largest. */
export type Shading = { level: AreaLevel; rows: readonly Shade[]; bounds: readonly number[]; shown: WallNumber['shown']; lowIsWorse: boolean; unit: string; question: string }

/** As many classes as can be told apart at a glance. */
const mostClasses = 5

/** Which number of the areas below stands for a subject: a board speaks through the number it explains. */
export const numberOf = (subject: WallSubject | null): WallNumberCode => (subject === null ? 'meals' : isNumber(subject) ? subject : explained[subject])

/**
 * The areas below by their figure. `held`: bounds that stay while time plays; absent: they are drawn from the figures.
 * Null when there is nothing below that could be coloured.
 */
export const shadingOf = (answer: WallAnswer, subject: WallSubject | null, held?: readonly number[]): Shading | null => {
  const number = answer.numbers.find(({ code }) => code === numberOf(subject))
  const level = commonLevel(answer.children)
  if (!number || level === null) return null
  const valued = answer.children.filter((child) => child.level === level).map((child) => ({ child, ...valueOf(child, number) }))
  const bounds = held ?? boundsOf(valued.flatMap(({ value }) => (value === null ? [] : [value])), number.shown)
  return {
    level, bounds, shown: number.shown, lowIsWorse: number.better === 'high', unit: number.unit, question: number.question,
    rows: valued.map(({ child, value, why }) => ({ code: child.code, name: child.name, value, step: value === null ? why : classAt(value, bounds) })),
  }
}

/** Figure of one area, and why there is none: nobody is there to be counted, or too few to be told. */
export const valueOf = (child: WallChild, number: Pick<WallNumber, 'code' | 'shown' | 'why'>): { value: number | null; why: 'few' | 'none' } => {
  const figure = child.numbers[number.code]
  if (!figure || figure.of === 0 || number.why === 'none' || number.why === 'level') return { value: null, why: 'none' }
  if (figure.value === null) return { value: null, why: 'few' }
  if (number.shown === 'count') return { value: figure.value, why: 'few' }
  return { value: figure.of === null ? null : figure.value / figure.of, why: 'few' }
}

/** Upper bounds of at most five classes of equal width on round numbers; one class where all are alike. */
export const boundsOf = (values: readonly number[], shown: WallNumber['shown']): number[] => {
  if (values.length === 0) return []
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least === most) return [most]
  const steps = shown === 'share' ? shareSteps : countSteps(most - least)
  for (const step of steps) {
    // A count of none is a class of its own.
    const bottom = shown === 'share' ? Math.floor(least / step + tolerance) : Math.ceil(least / step - tolerance) - 1
    const top = Math.ceil(most / step - tolerance)
    if (top - bottom <= mostClasses) return Array.from({ length: Math.max(1, top - bottom) }, (_none, at) => rounded((bottom + at + 1) * step))
  }
  return [most]
}

/** The first class whose bound is not passed. */
export const classAt = (value: number, bounds: readonly number[]): number => {
  const at = bounds.findIndex((bound) => value <= bound + tolerance)
  return at === -1 ? Math.max(0, bounds.length - 1) : at
}

/** Shares of 0.6 and 60 of 100 are the same class however they were divided. */
const tolerance = 1e-9
const shareSteps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25]
const countSteps = (range: number): number[] => {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(range)) - 1)
  return [1, 2, 5, 10, 20, 50, 100].map((step) => step * power)
}
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

const isNumber = (subject: WallSubject): subject is WallNumberCode => (wallNumberCodes as readonly string[]).includes(subject)
const explained = {
  noMeals: 'leftOut', hours: 'evening', bestOpening: 'meals', missingRoom: 'rooms', shutRooms: 'rooms', emptyCarriers: 'twoNew', fillSeats: 'vacant', fewReported: 'opened', unmanaged: 'requests', requestPlaces: 'requests', unclaimed: 'requests', closedTasks: 'requests',
} as const satisfies Readonly<Record<Exclude<WallSubject, WallNumberCode>, WallNumberCode>>

/** Of the areas below the level most of them have; estates lie beside it. */
const commonLevel = (children: readonly WallChild[]): AreaLevel | null => {
  const counts = new Map<AreaLevel, number>()
  for (const { level } of children) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null
}
