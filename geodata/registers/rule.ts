import type { Catalogue, RuleCode } from '../model/catalogue.ts'

/** A number of the catalogue. RangeError: the catalogue lacks it. */
export function ruleOf({ rules }: Catalogue, code: RuleCode): number {
  const found = rules.find((rule) => rule.code === code)
  if (!found) throw new RangeError(`rule ${code}: expected it in the catalogue, got none`)
  return found.value
}
