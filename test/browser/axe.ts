import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Nothing against the guidelines; `within`: in these parts alone, by every rule there is. */
export async function axe(page: Page, within: readonly string[] = []): Promise<void> {
  // What passed is of no interest, and telling each place of it takes longer than the rules; pages without foreign frames need no second page to be judged in.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  for (const selector of within) builder.include(selector)
  if (within.length === 0) builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  const { violations } = await builder.analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(', ')}`)).toEqual([])
}
