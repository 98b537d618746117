import type { Receipt } from './provenance.ts'

export const venueStates = ['open', 'closes-soon', 'opens-later', 'closed-for-today', 'closed-today', 'suspended', 'unknown'] as const
/**
 * open; closes-soon = within 30 minutes; opens-later = another session begins today; closed-for-today = was open today; closed-today = no session today;
 * suspended = shut out of turn; unknown = nobody stated hours, or nobody could read them.
 */
export type VenueState = (typeof venueStates)[number]

/** What people want, in their words: a chip of the finder over several categories. */
export type Wish = Receipt & { code: string; name: string; nameEn: string; glyph: string; categories: readonly string[] }

export const venueFilters = ['open', 'admits', 'stepFree', 'delivers', 'cash', 'noBooking', 'halal', 'toilet', 'free'] as const
export type VenueFilter = (typeof venueFilters)[number]

export const admittances = ['yes', 'no', 'ask'] as const
/** Whether a place lets in whoever asks, as far as he said who he is; ask: it depends on what was not said, or is by arrangement. */
export type Admittance = (typeof admittances)[number]

export const reportFields = ['hours', 'closed', 'place', 'phone', 'admission', 'price', 'name', 'other'] as const
/** What somebody found wrong (信息纠错). closed: the place is no more. */
export type ReportField = (typeof reportFields)[number]

export const reportStates = ['pending', 'corrected', 'unchanged', 'declined'] as const
/** pending: 核实中; corrected: was wrong and is put right; unchanged: looked at and found right; declined: said nothing that could be looked at. */
export type ReportState = (typeof reportStates)[number]
