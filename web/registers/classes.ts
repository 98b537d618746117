import type { Step } from '../map/overlay/shapes.ts'

/** Which class a value falls into: upper bounds rise, the last holds the largest; null: too few to be told, or nothing known. */
export const classOf = (value: number | null, classes: readonly number[]): Step => {
  if (value === null) return 'few'
  const at = classes.findIndex((bound) => value <= bound)
  return at === -1 ? Math.max(0, classes.length - 1) : at
}

export type LegendClass = { step: number; above: number | null; to: number; count: number }

/** The classes that occur between their bounds, from the lowest, with how many areas each holds; a class no value can fall into is left out. */
export const legendClasses = (classes: readonly number[], values: readonly (number | null)[]): LegendClass[] => classes.flatMap((to, step) => {
  const above = classes[step - 1] ?? null
  return above !== null && above >= to ? [] : [{ step, above, to, count: values.filter((value) => value !== null && classOf(value, classes) === step).length }]
})
