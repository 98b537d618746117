import type { CityRecord } from '../../geodata/model/city.ts'
import { unsaid } from '../../geodata/model/organisation.ts'
import { toPosition } from './plane.ts'
import { provenance } from './records.ts'
import type { Peopled } from './records.ts'
import type { DraftUnit } from './units.ts'

/** Every so many communities have a society of their own. */
const societyEvery = 3

/** 两新组织: the private enterprises among the units, and societies of volunteers that meet in their community's rooms and have no place of their own. */
export function* organisationRecords({ codes, key }: Peopled, units: readonly DraftUnit[], communityNames: readonly string[]): Generator<CityRecord> {
  const common = { ...provenance, ...unsaid, creditCode: null, validFrom: null, validTo: null }
  let number = 0
  for (const { id, name, nature, position, community } of units) {
    if (nature !== 'privateEnterprise' || community === null) continue
    yield { kind: 'organisation', record: { ...common, id: `${key}-organisation-${++number}`, name, kind: 'enterprise', position: toPosition(position), community: codes.community(community), unit: id } }
  }
  for (let index = 0; index < communityNames.length; index += societyEvery) {
    yield { kind: 'organisation', record: { ...common, id: `${key}-organisation-${++number}`, name: `${communityNames[index].replace(/社区$/, '')}志愿服务社`, kind: 'socialOrganisation', position: null, community: codes.community(index), unit: null } }
  }
}
