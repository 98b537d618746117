import { ruleValue } from '../../geodata/kernel/question.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'

/** Counts below it are shown to nobody as such; a deployment chooses it between 5 and 20. */
export const kOf = (catalogue: Catalogue): number => Math.min(20, Math.max(5, ruleValue(catalogue, 'kAnonymity')))
