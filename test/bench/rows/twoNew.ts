import { seededRandom } from '../../../geodata/kernel/random.ts'
import { operatings, organiseds, scenes, unsaid, workCovers, type Organisation } from '../../../geodata/model/organisation.ts'
import { cutsOf, type Cuts } from '../../../geodata/registers/twoNew/cuts.ts'
import { firmsOf } from '../../../geodata/registers/twoNew/firm.ts'
import { figuresOf } from '../../../geodata/registers/twoNew/tally.ts'
import { interleaved, type Line, type Row } from '../row.ts'

/** A metropolis: 100,000 firms in 2,000 communities of four levels, 3,000 carriers, every fiftieth code given twice. */
const many = 100_000
const communities = 2000, carriers = 3000
const least = 3

export const row: Row = { name: 'twoNew', size: null, run: twoNew }

function twoNew(): Line[] {
  const random = seededRandom(20261122)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]
  const register = Array.from({ length: many }, (_, i): Organisation => ({
    ...unsaid, id: `o-${i}`, name: '', kind: random() < 0.85 ? 'enterprise' : 'socialOrganisation', creditCode: `c-${i % 50 === 0 ? i + 1 : i}`, position: null, community: `k-${Math.floor(random() * communities)}`, unit: null, validFrom: null, validTo: null, source: '', date: null,
    operating: random() < 0.9 ? 'operating' : pick(operatings), scene: pick(scenes), carrier: random() < 0.7 ? `t-${Math.floor(random() * carriers)}` : null, employees: Math.floor(random() * 200), members: Math.floor(random() * 6), aboveScale: random() < 0.1, organised: pick(organiseds), branch: `b-${Math.floor(random() * 9000)}`, work: pick(workCovers),
  }))
  const chains = new Map(Array.from({ length: communities }, (_, k) => [`k-${k}`, [`k-${k}`, `s-${k % 160}`, `d-${k % 16}`, 'city']]))
  const whole = (): Cuts => cutsOf(firmsOf(register, ({ community }) => community), (community) => chains.get(community) ?? [], least)
  const times = interleaved({
    whole: () => {
      const { kinds, byCarrier } = whole()
      const told = [...kinds.enterprise.byArea.values(), ...kinds.socialOrganisation.byArea.values(), ...[...byCarrier.values()].flatMap((own) => Object.values(own))].map(figuresOf)
      if (told.length < communities) throw new Error(`figures of ${told.length} cuts, expected those of ${communities} communities and more`)
    },
    bare: () => { if (bareCount(register)['city'] === undefined) throw new Error('nothing was counted') },
  })
  return [{ work: `coverage of ${many.toLocaleString('en')} organisations, every area, scene, size, carrier`, milliseconds: times.whole, ratio: times.whole / times.bare, goal: { atMost: 12 }, note: 'of one bare loop that counts codes once, and the organised by community alone' }]
}

/** The least that can be done: each code once, one sum for each community. */
function bareCount(register: readonly Organisation[]): Record<string, number> {
  const seen = new Set<string>()
  const sums: Record<string, number> = { city: 0 }
  for (const { creditCode, operating, organised, community } of register) {
    if (operating === 'shell' || operating === 'closed' || creditCode === null || community === null || seen.has(creditCode)) continue
    seen.add(creditCode)
    if (organised !== 'single' && organised !== 'joint') continue
    sums[community] = (sums[community] ?? 0) + 1
    sums['city']++
  }
  return sums
}
