import type { AreaFigures } from '../../geodata/contract/coverage.ts'
import { administrativeLevels, type AreaLevel } from '../../geodata/model/area.ts'

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

/** Residents of the group that are left out. */
export const leftOut = (row: AreaFigures): number => row.residents.total - row.residents.covered

/** Rows of one level in the order asked; areas without anybody of the group come last whichever way. */
export const areaRows = (byArea: readonly AreaFigures[], level: AreaLevel, { by, descending }: AreaOrder): AreaFigures[] => {
  const sign = descending ? -1 : 1
  const byName = (a: AreaFigures, b: AreaFigures): number => names.compare(a.name, b.name)
  return byArea.filter((row) => row.level === level).sort((a, b) => {
    if (by === 'name') return sign * byName(a, b)
    if (a.residents.share === null || b.residents.share === null) return Number(a.residents.share === null) - Number(b.residents.share === null) || byName(a, b)
    const difference = by === 'share' ? a.residents.share - b.residents.share : leftOut(a) - leftOut(b)
    return sign * difference || byName(a, b)
  })
}

const names = new Intl.Collator('zh-Hans-CN', { numeric: true })
