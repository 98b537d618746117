/** Minutes and seconds as a speaker reads them at a glance: 0:07, 12:30, 1:02:30. */
export const elapsed = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** The six digits behind the hash sign of the link in the QR code; null: there are none. */
export const codeIn = (fragment: string): string | null => /^#code=(\d{6})$/.exec(fragment)?.[1] ?? null
