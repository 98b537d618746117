import type { ExpressionSpecification } from 'maplibre-gl'

type Value = string | number | ExpressionSpecification

/**
 * A `match` made from a table of labels and outputs. The one place where a list of unknown length meets the library's type of fixed forms;
 * without rows it is `otherwise` alone, since a match needs one branch.
 */
export function matching(input: ExpressionSpecification, rows: readonly (readonly [label: string | number | string[], output: Value])[], otherwise: Value): ExpressionSpecification {
  if (rows.length === 0) return ['literal', otherwise] as unknown as ExpressionSpecification
  return ['match', input, ...rows.flat(1), otherwise] as unknown as ExpressionSpecification
}
