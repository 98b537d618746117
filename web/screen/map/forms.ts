/** How a number stands on the map: areas (or buildings) by class, circles by size, hexagons of homes. */
export const wallForms = ['classes', 'circles', 'hexagons'] as const
export type WallForm = (typeof wallForms)[number]

/** Forms there are for what is shown; hexagons are counted from the states of buildings. */
export const formsFor = ({ sized, states }: { sized: boolean; states: boolean }): WallForm[] => wallForms.filter((form) => form === 'classes' || (form === 'circles' ? sized : states))
