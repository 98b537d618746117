import type { EntryOf } from '../../model/entry.ts'
import { sheets } from '../../model/sheets/all.ts'
import { grouped } from '../grouped.ts'
import { protect, type AreaTree } from '../protect.ts'

export const platforms = sheets.newEmployment.fields.platform.of
export type Platform = (typeof platforms)[number]

/** 新就业群体 of one platform in its newest month. */
export type PlatformWorkers = { platform: Platform; month: string; workers: number | null; organised: number | null; share: number | null }
export type Whole = { rows: readonly EntryOf<'newEmployment'>[]; /** Up to and with that month. */ month: string; isInside: (area: string | null) => boolean; /** Fewer have no rate. */ leastForRate: number }

/** As they are written: sums over the rows of the newest month there is. organised null: some row does not say. */
export const platformWorkers = (whole: Whole): PlatformWorkers[] => newest(whole).map(({ platform, month, rows }) => {
  const workers = sum(rows, ({ fields }) => fields.workers)
  const organised = rows.some(({ fields }) => fields.organised === null) ? null : sum(rows, ({ fields }) => fields.organised ?? 0)
  return { platform, month, workers, organised, share: shareOf(organised, workers, whole.leastForRate) }
})

/** As leaders are told them: the organised and the others are protected each for itself over the whole city, and the workers are told as their sum or not at all. */
export function protectedWorkers(whole: Whole, tree: AreaTree, area: string, k: number): PlatformWorkers[] {
  const told = protect(tree, whole.rows.flatMap(({ area: at, fields }) => partsOf(fields).map(([part, count]) => ({ area: at ?? '', key: `${fields.platform} ${fields.month} ${part}`, count }))), k)
  return newest(whole).map(({ platform, month, rows }) => {
    const [organised, others, unsaid] = (['organised', 'others', 'unsaid'] as const).map((part) => told(area, `${platform} ${month} ${part}`))
    const workers = organised === null || others === null || unsaid === null ? null : organised + others + unsaid
    const all = workers === null || rows.some(({ fields }) => fields.organised === null) ? null : organised
    return { platform, month, workers, organised: all, share: shareOf(all, workers, whole.leastForRate) }
  })
}

function newest({ rows, month, isInside }: Whole): { platform: Platform; month: string; rows: EntryOf<'newEmployment'>[] }[] {
  const byPlatform = grouped(rows.filter(({ area, fields }) => fields.month <= month && isInside(area)), ({ fields }) => fields.platform)
  return platforms.flatMap((platform) => {
    const own = byPlatform.get(platform) ?? []
    const last = own.reduce((latest, { fields }) => (fields.month > latest ? fields.month : latest), '')
    return own.length === 0 ? [] : [{ platform, month: last, rows: own.filter(({ fields }) => fields.month === last) }]
  })
}

function partsOf({ workers, organised }: EntryOf<'newEmployment'>['fields']): readonly (readonly ['organised' | 'others' | 'unsaid', number])[] {
  if (organised === null) return [['unsaid', workers]]
  return [['organised', organised], ['others', Math.max(0, workers - organised)]]
}

const shareOf = (organised: number | null, workers: number | null, least: number): number | null => (organised === null || workers === null || workers < least ? null : organised / workers)
const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0)
