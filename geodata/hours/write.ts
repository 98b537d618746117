import { writeChinese } from './chinese/write.ts'
import { writeEnglish } from './english/write.ts'
import { normalRule } from './normal.ts'
import type { Rule } from './rule.ts'

/** Prints any rule for people. `readHours` reads the print back to the rule in normal form. */
export function writeHours(rule: Rule, language: 'zh' | 'en'): string {
  const normal = normalRule(rule)
  return language === 'zh' ? writeChinese(normal) : writeEnglish(normal)
}
