/** What whoever goes to a place asks beside where, when and whether he may come in. null or empty: unknown, never "no". */
export type Offer = {
  address: string | null
  prices: readonly Price[]
  payments: readonly Payment[]
  /** What to bring, as the place puts it: 老年卡或身份证. */
  bring: string | null
  booking: Booking | null
  /** Delivers meals to homes. */
  delivers: boolean | null
  /** Of a place that serves food: licensed 清真餐. */
  halal: boolean | null
  toilet: boolean | null
  /** What is cooked, as text of the place. */
  menu: string | null
  /** What is on there, each with hours of its own. */
  programmes: readonly Programme[]
  /** Who of the community or unit, never a person, last found everything right, and on which day (ISO). */
  checked: { day: string; by: string } | null
}

/** Yuan for one person of these ages (whole years, inclusive; null: no bound); 0: free. `what`: 午餐, 一小时; empty: a visit. */
export type Price = { what: string; minAge: number | null; maxAge: number | null; yuan: number }

/** `hours` in a notation of geodata/hours; `room` within the place. */
export type Programme = { name: string; hours: string; room: string | null }

export const bookings = ['none', 'phone', 'onSite', 'online'] as const
export type Booking = (typeof bookings)[number]

export const payments = ['cash', 'mobile', 'card'] as const
/** card: a card of the place or of older people. */
export type Payment = (typeof payments)[number]

/** Beyond so many days it is long since anybody looked. */
export const freshDays = 90

/** Nothing known. */
export const emptyOffer: Offer = { address: null, prices: [], payments: [], bring: null, booking: null, delivers: null, halal: null, toilet: null, menu: null, programmes: [], checked: null }

/** Shut out of turn, from an instant (ISO with offset) until another; until null: nobody knows. */
export type Suspension = { from: string; until: string | null; reason: string }
