import { areaLevels, type Area } from '../../model/area.ts'
import type { Position } from '../../model/geometry.ts'
import { levelWords } from '../../words/terms.ts'
import { shapeIndex } from '../shapeIndex.ts'
import { plainName } from './plain.ts'

/** What a name stands for: one thing, several (as a reader can tell them apart), or nothing. */
export type Found = { one: string } | { many: readonly string[] } | 'none'

export type AreaNames = {
  has(code: string): boolean
  /** A code, a name, or a path of names: 柳浦街道/灯泡厂社区. */
  find(text: string): Found
  /** The area and those above it. */
  chain(code: string): readonly string[]
  /** 柳浦街道/灯泡厂社区, from the street down; the code where it has no name. */
  path(code: string): string
  boundary(code: string): Area['boundary']
  /** Whether a position lies in one of the areas. */
  holder(codes: readonly string[]): (position: Position) => boolean
}

export function areaNames(areas: readonly Area[]): AreaNames {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const byName = new Map<string, Area[]>()
  for (const area of areas) byName.set(plainName(area.name), [...(byName.get(plainName(area.name)) ?? []), area])

  const chain = (code: string): string[] => {
    const codes: string[] = []
    for (let at: string | null = code; at !== null && !codes.includes(at) && byCode.has(at);) {
      codes.push(at)
      at = byCode.get(at)?.parent ?? null
    }
    return codes
  }
  const path = (code: string): string => chain(code).toReversed().map((one) => byCode.get(one)).filter((area) => area !== undefined && areaLevels.indexOf(area.level) >= areaLevels.indexOf('street')).map((area) => area?.name ?? '').join('/') || (byCode.get(code)?.name ?? code)

  /** 灯泡厂 is taken for 灯泡厂社区 where nothing is called 灯泡厂. */
  const called = (name: string): readonly Area[] => byName.get(plainName(name)) ?? areaLevels.map((level) => byName.get(plainName(name + levelWords[level].zh))).find((found) => found !== undefined) ?? []

  return {
    chain, path,
    has: (code) => byCode.has(code),
    boundary: (code) => byCode.get(code)?.boundary ?? null,
    find(text) {
      if (byCode.has(text.trim())) return { one: text.trim() }
      const names = text.split(/[/\\>]+/).map((part) => part.trim()).filter((part) => part !== '')
      const last = names.at(-1)
      if (last === undefined) return 'none'
      const above = names.slice(0, -1).map((name) => new Set(called(name).map(({ code }) => code)))
      const found = called(last).filter(({ code }) => { const codes = chain(code).slice(1); return above.every((set) => codes.some((one) => set.has(one))) })
      if (found.length <= 1) return found.length === 1 ? { one: found[0].code } : 'none'
      return { many: found.map(({ code }) => `${path(code)} (${code})`) }
    },
    holder(codes) {
      const index = shapeIndex()
      for (const area of areas) if (area.boundary && chain(area.code).some((code) => codes.includes(code))) index.add(area.boundary)
      return (position) => index.holds(position)
    },
  }
}
