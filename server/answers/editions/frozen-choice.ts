import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wall } from '../../../geodata/contract/wall.ts'
import { wallChoiceLevels } from '../../../geodata/model/wall.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { Refusal } from '../refusal.ts'
import { combineWall } from '../wall/combine.ts'

export type FrozenWall = AnswerOf<typeof wall>

export type FrozenChoice = {
  /** The asked area as it was; null: the whole city. */
  area: FrozenWall['area']
  /** Codes with commas between, as asked. */
  only: string
  language: Language
  /** What was shown of an area, and the same with whole lists. Both throw Refusal for one that was not there. */
  wallOf: (code: string) => Promise<FrozenWall>
  partOf: (code: string) => Promise<FrozenWall>
}

/** The codes of a choice, each once. */
export const codesOf = (only: string): string[] => [...new Set(only.split(',').map((code) => code.trim()))].toSorted()

/** The chosen areas as they were. Throws Refusal badParameter for areas of several levels or outside the asked one: counted together, one that lies in another would be counted twice. */
export async function chosenAreas({ area, only, wallOf }: Pick<FrozenChoice, 'area' | 'only' | 'wallOf'>): Promise<NonNullable<FrozenWall['area']>[]> {
  const codes = codesOf(only)
  const walls = await Promise.all(codes.map(wallOf))
  const areas = walls.flatMap((one) => one.area ?? [])
  if (areas.length !== codes.length || new Set(areas.map(({ level }) => level)).size !== 1 || !wallChoiceLevels.includes(areas[0].level)) throw new Refusal('badParameter', { parameter: 'only', found: only }, { kind: 'wallChoice' })
  const outside = area === null ? undefined : areas.find(({ code, chain }) => code !== area.code && !chain.some((one) => one.code === area.code))
  if (area !== null && outside) throw new Refusal('badParameter', { parameter: 'only', found: outside.name }, { kind: 'wallAreas', within: area.name })
  return areas
}

/** A choice of communities, or of grids, put together from frozen answers as live ones are. Throws Refusal as chosenAreas. */
export async function frozenChoice({ area, only, language, wallOf, partOf }: FrozenChoice): Promise<FrozenWall> {
  const areas = await chosenAreas({ area, only, wallOf }), codes = areas.map(({ code }) => code)
  // Figures and place of each stand with what it is part of.
  const above = [...new Set(areas.map(({ chain }) => chain.at(-1)?.code ?? ''))]
  const children = (await Promise.all(above.map(wallOf))).flatMap((one) => one.children)
  return combineWall(await Promise.all(codes.map(partOf)), {
    area, only: areas.map(({ code, name, level }) => ({ code, name, level })), children: codes.flatMap((code) => children.filter((child) => child.code === code)),
  }, language)
}
