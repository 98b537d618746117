/** Whole days from one day to another, yyyy-mm-dd; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** yyyy-mm-dd -> yyyy-mm. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** The month so many months later, or earlier when negative. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
