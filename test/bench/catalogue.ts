import type { Catalogue } from '../../geodata/model/catalogue.ts'
import { ruleCodes } from '../../geodata/model/catalogue.ts'

const receipt = { source: 'bench', confirmed: false }
const values: Record<string, number> = { communityCoveredShare: 0.95, marginalFactor: 1.2, snapMetres: 400, residentialStoreys: 6, floorAreaRatio: 1.8 }

/** 20 categories; walks are bounded at 1,200 m as in BENCH.md (1,000 m and the marginal belt). */
export const benchCatalogue: Catalogue = {
  version: 'bench',
  categories: Array.from({ length: 20 }, (_, k) => ({ code: `c${k}`, name: '', nameEn: '', defaultGroup: 'all', glyph: '', colour: 0, minutes: [5, 10, 1000 / 60], ...receipt })),
  profiles: [{ code: 'planning', name: '', nameEn: '', metresPerSecond: 1, steps: true, ...receipt }],
  standards: [],
  slots: [], serviceItems: [], meetingRules: [], choices: [],
  rules: ruleCodes.map((code) => ({ code, name: '', unit: '', value: values[code] ?? 1, ...receipt })),
  holidays: [], wishes: [],
}

/** Sites of each category, growing by a constant factor from 23 to about 2,144 at 10,000 in all. */
export function categorySizes(total: number): number[] {
  const factor = (2144 / 23) ** (1 / 19)
  const shares = Array.from({ length: 20 }, (_, k) => factor ** k)
  const sum = shares.reduce((a, b) => a + b, 0)
  const sizes = shares.map((share) => Math.max(1, Math.floor((share / sum) * total)))
  sizes[19] += total - sizes.reduce((a, b) => a + b, 0)
  return sizes
}
