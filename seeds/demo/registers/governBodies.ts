import type { CityRecord } from '../../../geodata/model/city.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import type { Dice } from '../dice.ts'
import type { Garden, GardenCommunity } from './garden.ts'
import { row } from './row.ts'
import { isResettled } from './slots.ts'

type Kind = FieldsOf<'body'>['kind']

/** Communities without a work station, by their place in the list. */
const withoutStation = [12, 21]
/** Elected bodies past their term. */
const pastTerm = [7, 15, 23]

/** 3+N, elected bodies, mass organisations, self-government; cooperatives and management of the resettlement community; stewards of buildings, rules and channels. */
export function* bodyEntries(garden: Garden): Generator<CityRecord> {
  const dice = garden.dice('bodies')
  for (const [index, community] of garden.communities.entries()) {
    const { code } = community, resettled = isResettled(community)
    const body = (kind: Kind, present: boolean, more: { name?: string; required?: number; filled?: number; termEnd?: string; number?: number } = {}): CityRecord =>
      row('body', `body-${code}-${kind}${more.number === undefined ? '' : `-${more.number}`}`, { kind, present, postsRequired: more.required ?? null, postsFilled: more.filled ?? null, termEnd: more.termEnd ?? null }, { area: code, name: more.name ?? '' })
    const short = resettled ? 2 : dice.chance(0.3) ? 1 : 0
    yield body('partyOrganisation', true, { required: 7, filled: 7 - (dice.chance(0.2) ? 1 : 0), termEnd: '2027-06-30' })
    yield body('residentsCommittee', true, { required: 7, filled: 7 - short, termEnd: pastTerm.includes(index) ? '2026-03-31' : '2027-06-30' })
    yield body('workStation', !withoutStation.includes(index))
    yield body('residentGroup', true, { termEnd: '2027-06-30' })
    yield body('residentsAssembly', !(resettled || index === 10), { termEnd: '2027-06-30' })
    for (const kind of ['union', 'youthLeague', 'womensFederation', 'elderAssociation'] as const) yield body(kind, !resettled && (kind === 'womensFederation' || dice.chance(0.8)))
    if (index % 4 !== 3) yield body('council', true)
    for (let number = 0; number < (resettled ? 0 : dice.whole(0, 2)); number++) yield body('ownersSelfGovernance', true, { number })
    for (let number = 0; number < (resettled ? 0 : dice.whole(0, 3)); number++) yield body('estateGroup', true, { number })
    if (resettled) yield* resettledBodies(body)
    yield* stewards(community, dice)
    yield* documents(code, index, resettled, dice)
  }
}

/** Four former villages, each with its cooperative; a management committee led by an official of the street; a property company (document 003). */
function* resettledBodies(body: (kind: Kind, present: boolean, more?: { name?: string; required?: number; filled?: number; termEnd?: string; number?: number }) => CityRecord): Generator<CityRecord> {
  for (const [number, village] of ['东榆上村', '东榆下村', '东榆新村', '榆渡村'].entries()) yield body('shareCooperative', true, { name: `${village}股份经济合作社`, required: 5, filled: 5, number })
  yield body('managementCommittee', true, { name: '东榆社区管理委员会', required: 5, filled: 4, termEnd: '2027-12-31' })
  yield body('propertyCompany', true, { name: '东榆新村物业公司', required: 5, filled: 3 })
}

function* stewards({ grids }: GardenCommunity, dice: Dice): Generator<CityRecord> {
  for (const { code, buildings } of grids) {
    const homes = buildings.filter(({ residents }) => residents > 0).length
    if (homes > 0) yield row('steward', `steward-${code}`, { buildings: homes, assigned: Math.min(homes, Math.round(homes * dice.between(0.5, 1))) }, { area: code })
  }
}

/** Rules of the great committee, channels, pledges. */
function* documents(code: string, index: number, resettled: boolean, dice: Dice): Generator<CityRecord> {
  const chances = { rulesOfProcedure: 0.95, seatRules: 0.85, appraisal: 0.8, memberRole: 0.85, coordination: 0.75, funding: 0.55, channelWindow: 0.9, channelGroup: 0.95, channelMessages: 0.5, pledge: 0.7 } as const
  for (const [kind, chance] of Object.entries(chances) as [keyof typeof chances, number][]) {
    const present = index === 0 || kind === 'rulesOfProcedure' ? dice.chance(chance) || index === 0 : !(resettled && kind !== 'channelWindow') && dice.chance(chance)
    yield row('document', `document-${code}-${kind}`, { kind, present, squareMetres: kind === 'channelWindow' && present ? (resettled ? 55 : dice.whole(8, 40)) : null }, { area: code })
  }
}

/** 118 of 120 sheets came back in the first street (document 000). */
export function* surveyEntries({ streets }: Garden): Generator<CityRecord> {
  const answers = [['不大了解大党委的职能', 50], ['只知道社区党委委员、不知道席位制委员', 24], ['认为社区党建变化大', 68], ['认为环境和文化有变化', 37]] as const
  for (const [at, [question, share]] of answers.entries()) yield row('surveyAnswer', `survey-2025-${at + 1}`, { year: 2025, question, asked: 120, answered: 118, share }, { area: streets[0]?.code ?? null })
}
