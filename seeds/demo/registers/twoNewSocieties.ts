import { unsaid } from '../../../geodata/model/organisation.ts'
import type { Dice } from '../dice.ts'
import { provenance } from '../records.ts'
import type { Garden } from './garden.ts'
import type { Draft } from './twoNewFirms.ts'
import { inventedCode, societyKinds } from './twoNewNames.ts'
import { idleSocieties, modesOf, organisedBy, societyQuotas, type Mode } from './twoNewPlans.ts'

/** Every so many communities have a society of volunteers that meets in their rooms and has no place of its own. */
const volunteersEvery = 3

/** 社会组织: a register of their own, never summed with enterprises. */
export function societiesOf({ communities }: Garden, dice: Dice): Draft[] {
  const volunteers = communities.flatMap((_, at) => (at % volunteersEvery === 0 ? [at] : []))
  const modes: (Mode | 'shell' | 'closed')[] = [...modesOf(societyQuotas, dice), ...Array<'shell'>(idleSocieties.shell).fill('shell'), ...Array<'closed'>(idleSocieties.closed).fill('closed')]
  return modes.map((mode, at): Draft => {
    const isVolunteers = at < volunteers.length
    const home = communities[isVolunteers ? volunteers[at] : at % communities.length]
    const kind = isVolunteers ? '志愿服务社' : societyKinds[Math.floor(at / communities.length + at) % societyKinds.length]
    const round = Math.floor((at - volunteers.length) / (communities.length * societyKinds.length))
    const isIdle = mode === 'shell' || mode === 'closed'
    const members = mode === 'single' ? dice.whole(3, 9) : mode === 'joint' ? dice.whole(1, 2) : 0
    const { position } = dice.pick(home.buildings)
    return {
      mode: isIdle ? null : mode,
      organisation: {
        ...provenance, ...unsaid, id: `two-new-society-${at + 1}`, name: `${home.name.replace(/社区$/, '')}${kind}${round > 0 ? round + 1 : ''}`, kind: 'socialOrganisation', creditCode: inventedCode(kind.endsWith('中心') ? '52' : '51', 900000 + at),
        position: isVolunteers ? null : [position[0], position[1]], community: home.code, unit: null, operating: isIdle ? mode : 'operating', scene: 'other', validFrom: null, validTo: null,
        employees: isIdle ? null : members + dice.whole(2, 18), members: isIdle ? null : members, organised: isIdle ? null : organisedBy[mode], work: isIdle ? null : 'none',
      },
    }
  })
}
