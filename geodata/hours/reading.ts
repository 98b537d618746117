import type { Rule } from './rule.ts'

/** How a text is written. english: as `writeHours` prints it. */
export type Notation = 'osm' | 'chinese' | 'english'

/** What a text of opening hours says. */
export type Reading = {
  /** In normal form (normal.ts); only when every part of the text was understood. */
  rule: Rule | null
  notation: Notation | null
  /** The parts of the text that were not, as they stand in it; a text that contradicts itself stands here whole. */
  notUnderstood: readonly string[]
  /** Parts that were understood and hold something a rule cannot: 定期保养日除外 tells no days. To be shown beside the hours. */
  caveats: readonly string[]
}
