import type { Reader } from '../../../geodata/contract/exchange.ts'
import { areaLevels } from '../../../geodata/model/area.ts'
import { standsOn, type EntryOf } from '../../../geodata/model/entry.ts'
import type { RegisterInput } from '../../../geodata/registers/register.ts'
import { ruleOf } from '../../../geodata/registers/rule.ts'
import { firmsOf, type Firm } from '../../../geodata/registers/twoNew/firm.ts'
import { operatingCommunity } from '../../../geodata/registers/twoNew/operatingCommunity.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { dayOf, registerInput } from '../registers/register-input.ts'
import { registerRecords } from '../registers/register-records.ts'

/** The register of organisations on a day, and which of it is asked about. */
export type TwoNewAsked = {
  /** Of the whole city. */
  input: RegisterInput
  /** A grid is answered with its community: organisations are placed no finer. */
  area: string | null
  day: string
  firms: readonly Firm[]
  /** Full members from which an organisation of its own is due. */
  least: number
  /** Whether a code lies in the asked area; null: in no area. */
  isInside: (code: string | null) => boolean
  chainOf: (code: string) => readonly string[]
  /** Carriers that stand on the day, by id. */
  carriers: ReadonlyMap<string, EntryOf<'carrier'>>
  /** Whether the same organisations stand today: else the difference of two days would tell the persons of a single one. */
  sameAsToday: boolean
}

/** Counted over the whole city and cut afterwards: a firm entered in two communities, or an instructor with one place left, is given to one of them. Refusal: unknownArea. */
export async function twoNewAsked(open: OpenCity, query: { area?: string | undefined; month?: string | undefined }, reader: Reader): Promise<TwoNewAsked> {
  const day = dayOf(open, query.month)
  const area = query.area === undefined ? null : communityLevel(open, query.area)
  const input = await registerInput(open, { area: null, day }, reader)
  const chains = new Map<string, readonly string[]>()
  const chainOf = (code: string): readonly string[] => {
    const known = chains.get(code)
    if (known) return known
    const chain: string[] = []
    for (let at = open.city.areas.byCode.get(code) ?? -1; at >= 0; at = open.city.areas.parents[at]) chain.push(open.city.areas.codes[at])
    chains.set(code, chain)
    return chain
  }
  return {
    input, area, day, chainOf, carriers: new Map(input.rows('carrier').map((row) => [row.id, row])), least: ruleOf(open.catalogue, 'ownBranchMembers'), firms: firmsOf(input.everyOrganisation, (organisation) => operatingCommunity(organisation, input)),
    isInside: (code) => area === null || (code !== null && chainOf(code).includes(area)),
    sameAsToday: (await registerRecords(open)).organisations.every((organisation) => standsOn(organisation, day) === standsOn(organisation, open.day)),
  }
}

function communityLevel({ city: { areas } }: OpenCity, code: string): string {
  const asked = areas.byCode.get(code)
  if (asked === undefined) throw new Refusal('unknownArea', { parameter: 'area', found: code })
  for (let at = asked; at >= 0; at = areas.parents[at]) if (areas.levels[at] <= areaLevels.indexOf('community')) return areas.codes[at]
  return code
}
