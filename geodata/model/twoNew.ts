/** Classes of size by employees: they make up all. `unknown`: nobody has said how many. */
export const sizes = ['1-9', '10-49', '50-99', '100+', 'unknown'] as const
export type Size = (typeof sizes)[number]
/** 规模以上 is no class of employees and stands apart. */
export const shownSizes = [...sizes, 'aboveScale'] as const
export type ShownSize = (typeof shownSizes)[number]

/** Figures whose formula is said beside them. */
export const formulaNames = ['registered', 'operating', 'overRegistered', 'organised', 'single', 'joint', 'jointBranches', 'attached', 'work', 'workOnly', 'uncovered', 'due', 'newEmployment'] as const
export type FormulaName = (typeof formulaNames)[number]

/** What may be wrong with a register of organisations (DOMAIN.md 4.4). */
export const checkCodes = [
  'unchecked', 'organisedUnsaid', 'duplicateCode', 'badCode', 'jointAlone', 'jointInTwoCarriers', 'singleShared', 'singleFew', 'workAsOrganisation', 'noBranch', 'branchNotCounted', 'registeredElsewhere', 'noCommunity', 'sceneMissing', 'sceneOfCarrier', 'stale', 'membersOverEmployees',
] as const
export type CheckCode = (typeof checkCodes)[number]

/** Why a row is left out of the denominator. */
export const exclusionReasons = ['shell', 'closed', 'duplicate'] as const
export type ExclusionReason = (typeof exclusionReasons)[number]
