export const registerViews = ['layer', 'indicator', 'compliance', 'table', 'narrative'] as const
/** What has a place is a layer; a count per area an indicator; a rule with a due date a compliance table; the rest tables and narratives. */
export type RegisterView = (typeof registerViews)[number]

export const cellKinds = ['text', 'count', 'share', 'yuan', 'squareMetres', 'score', 'day', 'month', 'days', 'state', 'area', 'ratio'] as const
/** How a value is written. share: 0..1. days: a number of days. state: one of registerStates. area: a code, its name once it is told. ratio: a number with one decimal. */
export type CellKind = (typeof cellKinds)[number]

/** Signs that rows carry; `late` and `missing` rise to the top. */
export const registerStates = ['done', 'due', 'late', 'missing', 'partial', 'none'] as const
export type RegisterState = (typeof registerStates)[number]

/** States of an item at a place: belowArea is built or shared, and smaller than the catalogue asks. */
export const slotStandings = ['built', 'shared', 'underway', 'missing', 'belowArea'] as const
export type SlotStanding = (typeof slotStandings)[number]
