import type { WallNumber } from '../../../geodata/contract/wall.ts'
import type { Catalogue } from '../../../geodata/model/catalogue.ts'
import type { WallNumberCode } from '../../../geodata/model/wall.ts'
import type { Figure } from './figure.ts'

type Target = WallNumber['target']
type Shape = Pick<WallNumber, 'shown' | 'better'>

/** What the catalogue asks for; of a count so many of the whole, in whole things. Null: nothing is asked, or there is nothing to measure. */
export function targetOf({ rules }: Pick<Catalogue, 'rules'>, code: WallNumberCode, { shown, better }: Shape, { value, of }: Figure): Target {
  const rule = rules.find((row) => row.code === `target.${code}`)
  if (!rule || of === null || of === 0) return null
  const asked = shown === 'share' ? rule.value : better === 'high' ? Math.ceil(rule.value * of) : Math.floor(rule.value * of)
  return { value: asked, reached: isReached({ shown, better }, asked, { value, of }), confirmed: rule.confirmed, source: rule.source }
}

/** Null: there is no figure. */
export function isReached({ shown, better }: Shape, asked: number, { value, of }: Figure): boolean | null {
  if (value === null || of === null || of === 0) return null
  const found = shown === 'share' ? value / of : value
  return better === 'high' ? found >= asked : found <= asked
}
