/** Keeps the Tab key within an element, from its last stop to its first and back. */
export const loopFocus = (event: KeyboardEvent): void => {
  if (event.key !== 'Tab' || !(event.currentTarget instanceof HTMLElement)) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), [tabindex="0"]')].filter((stop) => stop.tabIndex >= 0)
  const [first, last] = [stops[0], stops.at(-1)]
  const from = event.shiftKey ? first : last
  if (!from || document.activeElement !== from) return
  event.preventDefault()
  const to = event.shiftKey ? last : first
  to?.focus()
}
