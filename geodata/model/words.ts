/** The unions the code branches on, gathered for those that need only the words. */
export { areaLevels } from './area.ts'
export { metrics, profileCodes } from './catalogue.ts'
export { groups } from './facility.ts'
export { buildingStates, gapReasons } from './question.ts'
