import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { wall, WallNumber } from '../../../geodata/contract/wall.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { combineBoards } from './boards/combine-boards.ts'
import { newerOf } from './fresh.ts'
import type { Figure } from './figure.ts'
import { isReached } from './target.ts'

type Wall = AnswerOf<typeof wall>

/** What several areas are part of, which they are, and what each is by itself. */
export type Choice = Pick<Wall, 'area' | 'only' | 'children'>

/** Answers of single areas of one level put together: counts add up, what is not told of an area is not in the sum. Of one answer (no choice) that answer. RangeError for none. */
export function combineWall(parts: readonly Wall[], choice: Choice | null, language: Language): Wall {
  const [first, ...rest] = parts
  if (!first) throw new RangeError('parts: expected at least one, got none')
  const boards = combineBoards(parts.map((part) => part.boards), language)
  if (choice === null) {
    if (rest.length > 0) throw new RangeError(`parts: expected one without a choice of areas, got ${parts.length}`)
    return { ...first, boards }
  }
  return {
    ...first, ...choice, strip: stripOf(parts), numbers: first.numbers.map((number) => combineNumber(parts.flatMap(({ numbers }) => numbers.filter(({ code }) => code === number.code)))),
    boards, protection: parts.find(({ protection }) => protection !== null)?.protection ?? null,
  }
}

function stripOf(parts: readonly Wall[]): Wall['strip'] {
  const sum = (name: 'communities' | 'grids' | 'buildings' | 'units' | 'sites'): number => parts.reduce((total, { strip }) => total + strip[name], 0)
  return { communities: sum('communities'), grids: sum('grids'), buildings: sum('buildings'), units: sum('units'), sites: sum('sites'), residents: added(parts.map(({ strip }) => strip.residents)) }
}

/** Null: told of none. */
const added = (values: readonly (number | null)[]): number | null => {
  const told = values.filter((value) => value !== null)
  return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0)
}

/** A part and its whole are told together, so that neither is counted without the other. */
const addFigures = (figures: readonly Figure[]): Figure => ({ value: added(figures.map(({ value }) => value)), of: added(figures.map(({ of }) => of)) })

function combineNumber(parts: readonly WallNumber[]): WallNumber {
  const [first] = parts
  const sum = addFigures(parts)
  const asked = added(parts.map(({ target }) => target?.value ?? null)), target = parts.find((one) => one.target !== null)?.target ?? null
  const value = first.shown === 'share' ? (target?.value ?? null) : asked
  return {
    ...first, ...sum, untold: parts.reduce((total, { untold }) => total + untold, 0), why: sum.value === null ? (parts.find(({ why }) => why === 'few')?.why ?? first.why) : null,
    facts: factsOf(parts), target: target && value !== null ? { ...target, value, reached: isReached(first, value, sum) } : null,
    months: first.months.map(({ month }) => ({ month, ...addFigures(parts.flatMap(({ months }) => months.filter((one) => one.month === month))) })), fresh: parts.map(({ fresh }) => fresh).reduce(newerOf),
  }
}

function factsOf(parts: readonly WallNumber[]): WallNumber['facts'] {
  const facts = parts.flatMap((part) => part.facts)
  return [...new Map(facts.map((fact) => [fact.code, fact])).values()].map((fact) => ({ ...fact, ...addFigures(facts.filter(({ code }) => code === fact.code)) }))
}
