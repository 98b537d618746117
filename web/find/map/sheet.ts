/** Heights at which the list may lie over the map. */
export const steps = ['low', 'half', 'full'] as const
export type Step = (typeof steps)[number]

/** Pixels of the sheet at a step, on a map so high. `row`: what stays at least. */
export const heightOf = (step: Step, room: number, row: number): number => Math.round(step === 'low' ? row : step === 'half' ? Math.max(row, room * 0.48) : Math.max(row, room * 0.9))

/** The step a drag ends at: the one that is nearest, or the next in the direction of a flick (pixels a millisecond, upwards positive). */
export function settled(height: number, speed: number, from: Step, room: number, row: number): Step {
  if (Math.abs(speed) > flickSpeed) return stepBeside(from, speed > 0 ? 1 : -1)
  const away = (step: Step): number => Math.abs(heightOf(step, room, row) - height)
  return steps.reduce((best, step) => (away(step) < away(best) ? step : best))
}
const flickSpeed = 0.5

export const stepBeside = (step: Step, by: 1 | -1): Step => steps[Math.max(0, Math.min(steps.length - 1, steps.indexOf(step) + by))] ?? step
