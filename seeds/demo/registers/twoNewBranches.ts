import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Organisation } from '../../../geodata/model/organisation.ts'
import { grouped } from '../../../geodata/registers/grouped.ts'
import { numeral } from '../numerals.ts'
import type { Garden } from './garden.ts'
import { row } from './row.ts'
import type { Carrier } from './twoNewCarriers.ts'
import type { Draft } from './twoNewFirms.ts'

/** One joint branch covers at most so many firms. */
const firmsOfBranch = 9

/** Gives every organised firm its branch: one of its own, or one shared with others of its carrier, of its trade in towers, or of its street. Returns the branches. */
export function branchEntries(garden: Garden, drafts: readonly Draft[], carriers: readonly Carrier[]): CityRecord[] {
  const branches: CityRecord[] = []
  const found = (name: string, first: Organisation, members: number): string => {
    const id = `two-new-branch-${branches.length + 1}`
    branches.push(row('partyOrganisation', id, { tier: 'building', form: 'branch', parent: null, members, retiredMembers: null, standardsMet: null, model: null, termEnd: '2028-12-31', underRepair: null }, { name, area: first.community, unit: first.unit }))
    return id
  }
  for (const draft of drafts.filter(({ mode }) => mode === 'single')) draft.organisation = { ...draft.organisation, branch: found(`${draft.organisation.name.replace('有限公司', '')}党支部`, draft.organisation, draft.organisation.members ?? 0) }
  const groups = grouped(drafts.filter(({ mode }) => mode === 'joint'), ({ organisation }) => groupOf(garden, carriers, organisation))
  for (const [group, own] of groups) {
    const count = Math.ceil(own.length / firmsOfBranch)
    for (let at = 0; at < count; at++) {
      const part = own.filter((_, nth) => nth % count === at)
      const title = `${group}${count > 1 ? `第${numeral(at + 1)}` : ''}联合党支部`
      const id = found(title, part[0].organisation, part.reduce((sum, { organisation }) => sum + (organisation.members ?? 0), 0))
      for (const draft of part) draft.organisation = { ...draft.organisation, branch: id }
    }
  }
  return branches
}

/** Whose joint branch it is, by name: the carrier's; of the trade for firms of the internet in towers; of the street for those without a carrier. */
function groupOf({ communities, streets }: Garden, carriers: readonly Carrier[], { kind, scene, carrier, community }: Organisation): string {
  const home = carriers.find(({ id }) => id === carrier)
  if (home) return scene === 'internet' && home.kind === 'tower' ? '互联网行业' : home.name
  const street = streets.find(({ code }) => code === communities.find((one) => one.code === community)?.street)?.name ?? ''
  return kind === 'enterprise' ? street : `${street}社会组织`
}
