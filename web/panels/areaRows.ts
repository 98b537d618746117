import type { AreaFigures } from '../../geodata/contract/coverage.ts'
import { administrativeLevels, type AreaLevel } from '../../geodata/model/area.ts'

/** Share of the homes of which nobody knows how many live there, 0..1; null: none, or not told. */
export const missingShare = ({ buildings, noDataBuildings }: Pick<AreaFigures, 'buildings' | 'noDataBuildings'>): number | null => (noDataBuildings > 0 && buildings.total !== null ? noDataBuildings / (buildings.total + noDataBuildings) : null)

export const areaSorts = ['name', 'share', 'leftOut'] as const
export type AreaSort = (typeof areaSorts)[number]
export type AreaOrder = { by: AreaSort; descending: boolean }

const listed: readonly AreaLevel[] = [...administrativeLevels, 'estate']

/** Levels below the asked area that the answer has figures for, largest first, estates last. */
export const levelsBelow = (byArea: readonly AreaFigures[], area: string | null): AreaLevel[] => {
  const own = byArea.find((row) => row.code === area)?.level ?? null
  const present = new Set(byArea.filter((row) => row.code !== area).map((row) => row.level))
  const below = listed.filter((level) => present.has(level) && (own === null || listed.indexOf(level) > listed.indexOf(own)))
  // One city with one district tells nothing that the headline has not told.
  const first = below.findIndex((level) => byArea.filter((row) => row.level === level).length > 1)
  return area === null && first > 0 ? below.slice(first) : below
}

/** Residents of the group that are left out; null: too few to be shown. */
export const leftOut = ({ residents: { covered, total } }: AreaFigures): number | null => (covered === null || total === null ? null : total - covered)

/** Whether nobody of the group lives there, which is known, unlike a figure that is hidden. */
export const nobody = ({ residents }: AreaFigures): boolean => residents.total === 0

/** Rows of one level in the order asked; areas without a figure come last whichever way, those without anybody of the group after all. */
export const areaRows = (byArea: readonly AreaFigures[], level: AreaLevel, { by, descending }: AreaOrder): AreaFigures[] => {
  const sign = descending ? -1 : 1
  const byName = (a: AreaFigures, b: AreaFigures): number => names.compare(a.name, b.name)
  return byArea.filter((row) => row.level === level).sort((a, b) => {
    if (by === 'name') return sign * byName(a, b)
    const [one, other] = [figure(a, by), figure(b, by)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || Number(nobody(a)) - Number(nobody(b)) || byName(a, b)
    return sign * (one - other) || byName(a, b)
  })
}

const figure = (row: AreaFigures, by: 'share' | 'leftOut'): number | null => (nobody(row) ? null : by === 'share' ? row.residents.share : leftOut(row))
const names = new Intl.Collator('zh-Hans-CN', { numeric: true })
