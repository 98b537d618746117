/** The same month of every year up to the last, oldest first: what a play from year to year stands on. */
export const yearsOf = (months: readonly string[]): string[] => {
  const last = months.at(-1)?.slice(5)
  return months.filter((month) => month.slice(5) === last)
}
