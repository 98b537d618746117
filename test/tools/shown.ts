/** A figure that must be shown here: what is hidden fails the test. */
export function shown(figure: number | null): number {
  if (figure === null) throw new Error('expected a figure, got one that is not shown')
  return figure
}
