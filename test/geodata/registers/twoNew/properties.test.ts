import { array, assert, boolean, constant, constantFrom, nat, option, property, record, shuffledSubarray, tuple, type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operatings, organisationKinds, organiseds, scenes, workCovers, type Organisation, type OrganisationKind } from '../../../../geodata/model/organisation.ts'
import { cutsOf, type Cuts } from '../../../../geodata/registers/twoNew/cuts.ts'
import { firmsOf } from '../../../../geodata/registers/twoNew/firm.ts'
import { figuresOf, type Figures, type Tally } from '../../../../geodata/registers/twoNew/tally.ts'
import { organisation } from '../../../tools/registers.ts'

const least = 3
const street: Readonly<Record<string, string>> = { A: 'S', B: 'S', C: 'T' }
const cutsBy = (register: readonly Organisation[]): Cuts => cutsOf(firmsOf(register, ({ community }) => community), (community) => [community, street[community]], least)

const nullable = <T>(values: readonly T[]): Arbitrary<T | null> => option(constantFrom(...values))
const rowOf = record({
  kind: constantFrom(...organisationKinds), creditCode: nullable(['1', '2', '3', '4', '5', '6']), operating: nullable(operatings), scene: nullable(scenes), carrier: nullable(['c1', 'c2']), community: nullable(['A', 'B', 'C']), employees: option(nat(200)), members: option(nat(9)),
  aboveScale: option(boolean()), organised: nullable(organiseds), branch: nullable(['b1', 'b2', 'b3']), work: nullable(workCovers), instructor: nullable(['i1']),
})
const registers = array(rowOf, { maxLength: 40 }).map((rows) => rows.map((row, at) => organisation(`o${String(at).padStart(2, '0')}`, row)))
const runs = { seed: 20261122, numRuns: 300 }

const counts = ({ registered, shell, closed, duplicate, unchecked, unsaid, single, joint, attached, work, due, dueDone }: Tally): number[] => [registered, shell, closed, duplicate, unchecked, unsaid, single, joint, attached, work, due, dueDone]
const added = (tallies: Iterable<Tally>): number[] => [...tallies].map(counts).reduce((sum, one) => sum.map((value, at) => value + one[at]), Array<number>(12).fill(0))
const told = (cuts: Cuts): unknown => organisationKinds.map((kind) => [cuts.kinds[kind].all, ...cuts.kinds[kind].byArea.values()].map((tally) => JSON.stringify(figuresOf(tally))).toSorted())

describe('coverage of any register', () => {
  test('work reaches whoever is organised, and organised are those with their own', () => {
    assert(property(registers, (register) => {
      const { kinds, byCarrier } = cutsBy(register)
      const all = organisationKinds.flatMap((kind) => [kinds[kind].all, kinds[kind].outside, ...kinds[kind].byArea.values(), ...kinds[kind].byScene.values(), ...kinds[kind].bySize.values(), ...[...byCarrier.values()].map((own) => own[kind])])
      return all.map(figuresOf).every(({ operating, organised, single, joint, work, workOnly, uncovered, due, jointBranches }) =>
        operating >= work.covered && work.covered >= organised.covered && organised.covered === single.covered + joint.covered && workOnly >= 0 && uncovered >= 0 && organised.covered + workOnly + uncovered === operating && due.covered <= due.total && jointBranches <= joint.covered)
    }), runs)
  })

  test('scenes make up the total, sizes do, and communities with what lies outside do', () => {
    assert(property(registers, (register) => {
      const { kinds } = cutsBy(register)
      for (const kind of organisationKinds) {
        const { all, outside, byArea, byScene, bySize } = kinds[kind]
        const communities = [...byArea].flatMap(([code, tally]) => (code in street ? [tally] : [])), streets = [...byArea].flatMap(([code, tally]) => (code in street ? [] : [tally]))
        for (const parts of [[...byScene.values()], [...bySize.values()], [...communities, outside], [...streets, outside]]) expect(added(parts)).toEqual(counts(all))
      }
    }), runs)
  })

  test('the order of the register does not matter', () => {
    assert(property(registers.chain((register) => tuple(constant(register), shuffledSubarray(register, { minLength: register.length }))), ([register, shuffled]) => {
      expect(told(cutsBy(shuffled))).toEqual(told(cutsBy(register)))
    }), runs)
  })

  test('each credit code is counted once, over both kinds together', () => {
    assert(property(registers, (register) => {
      const counted = firmsOf(register, () => null).filter(({ exclusion }) => exclusion?.reason !== 'duplicate').flatMap(({ organisation: { creditCode } }) => creditCode ?? [])
      expect(new Set(counted).size).toBe(counted.length)
      expect(new Set(counted)).toEqual(new Set(register.flatMap(({ creditCode }) => creditCode ?? [])))
    }), runs)
  })

  test('it equals a count that looks at every row for every figure', () => {
    assert(property(registers, (register) => {
      const { kinds } = cutsBy(register)
      for (const kind of organisationKinds) expect(pick(figuresOf(kinds[kind].all))).toEqual(slow(register, kind))
    }), runs)
  })

  test('of whom nobody has said anything no rate is told', () => {
    const { organised, work, due } = figuresOf(cutsBy([organisation('o1'), organisation('o2')]).kinds.enterprise.all)
    expect([organised, work, due]).toEqual([{ covered: 0, total: 2, share: null }, { covered: 0, total: 2, share: null }, { covered: 0, total: 0, share: null }])
  })
})

const pick = ({ operating, organised, work, due, jointBranches, members }: Figures): unknown => ({ operating, organised: organised.covered, work: work.covered, due: due.total, jointBranches, members })

/** Written from DOMAIN.md 4.2 anew. */
function slow(register: readonly Organisation[], kind: OrganisationKind): unknown {
  const place = ({ operating, organised }: Organisation): string => `${operating === 'operating' ? 0 : operating === null ? 1 : operating === 'shell' ? 2 : 3}${organised === 'single' || organised === 'joint' ? 0 : 1}`
  const counted = register.filter((one) => one.kind === kind && one.operating !== 'shell' && one.operating !== 'closed'
    && !register.some((other) => other.creditCode !== null && other.creditCode === one.creditCode && other.id !== one.id && (place(other) + other.id) < (place(one) + one.id)))
  const organised = counted.filter((one) => one.organised === 'single' || one.organised === 'joint')
  const known = counted.filter(({ members }) => members !== null)
  return {
    operating: counted.length, organised: organised.length, work: counted.filter((one) => organised.includes(one) || (one.work !== null && one.work !== 'none') || one.instructor !== null).length, due: counted.filter(({ members }) => (members ?? 0) >= least).length,
    jointBranches: new Set(counted.filter((one) => one.organised === 'joint' && one.branch !== null).map(({ branch }) => branch)).size, members: known.length === 0 ? null : known.reduce((sum, { members }) => sum + (members ?? 0), 0),
  }
}
