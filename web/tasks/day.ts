/** Today in the city, yyyy-mm-dd. */
export const today = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)

/** The day so many days later. */
export const daysLater = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
const dayMs = 86_400_000
