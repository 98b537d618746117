import type { Position } from '../../../geodata/model/geometry.ts'
import { scenes, unsaid, type Organisation, type Scene } from '../../../geodata/model/organisation.ts'
import type { Dice } from '../dice.ts'
import { provenance } from '../records.ts'
import type { Garden } from './garden.ts'
import { monthStart } from './row.ts'
import type { Carrier } from './twoNewCarriers.ts'
import { firmNamer, inventedCode } from './twoNewNames.ts'
import { excludedScenes, modesOf, organisedBy, quotas, story, type Mode } from './twoNewPlans.ts'

/** A firm still being made; its branch and instructor come when all are placed. */
export type Draft = { organisation: Organisation; mode: Mode | null }

/** Firms of the internet that work in towers rather than in a park of their own. */
const internetInTowers = 20
/** Where so many are entered without anybody having looked, with an old date, or elsewhere than registered. */
const defects = { unchecked: 12, stale: 4, registeredElsewhere: 25 } as const

/** Enterprises of the register: those operating by the quotas of story 7, then those left out. */
export function enterprisesOf(garden: Garden, carriers: readonly Carrier[], dice: Dice): Draft[] {
  const drafts: Draft[] = []
  const name = firmNamer(dice)
  const units = garden.units.filter(({ nature, community }) => nature === 'privateEnterprise' && community !== null)
  const add = (scene: Scene, mode: Mode | null, nth: number, fields: Partial<Organisation> = {}): void => {
    const number = drafts.length + 1
    const carrier = carrierFor(carriers, scene, nth)
    const unit = scene === 'other' && mode !== null ? units.shift() : undefined
    const base = {
      ...provenance, ...unsaid, id: `two-new-firm-${number}`, name: name(scene), kind: 'enterprise' as const, creditCode: inventedCode('91', number), operating: 'operating' as const, scene, validFrom: number % 11 === 0 ? monthStart(1 + (number % 22)) : null, validTo: null,
      alsoScenes: carrier !== null && carrier.kind !== scene ? [carrier.kind] : [], ...placed(garden, carrier, nth, dice), unit: null, ...sized(mode, dice), aboveScale: false,
      organised: mode === null ? ('none' as const) : organisedBy[mode], work: 'none' as const,
    }
    const own = unit ? { name: unit.name, unit: unit.id, position: unit.position, community: unit.community, carrier: null } : {}
    drafts.push({ mode, organisation: { ...base, ...own, aboveScale: base.employees >= 100, ...fields } })
  }
  for (const scene of scenes) modesOf(quotas[scene], dice).forEach((mode, nth) => { add(scene, mode, nth) })
  const left = excludedScenes.flatMap(([scene, count]) => Array.from({ length: count }, (_, nth) => ({ scene, nth })))
  left.forEach(({ scene, nth }, at) => { add(scene, null, nth, { operating: (at * story.excluded.closed) % left.length < story.excluded.closed ? 'closed' : 'shell', members: null, employees: null, organised: null, work: null }) })
  plantTower(drafts, carriers)
  plantDefects(drafts, garden)
  const twin = drafts.find(({ mode, organisation }) => mode === 'workOnly' && organisation.scene === 'market')
  if (twin) drafts.push({ mode: null, organisation: { ...twin.organisation, id: `two-new-firm-${drafts.length + 1}`, name: twin.organisation.name.replace('有限公司', '有限公司分店'), members: null, employees: null, organised: null, work: null, unit: null } })
  return drafts
}

/** Firms fill the carriers of their scene by turns. */
function carrierFor(carriers: readonly Carrier[], scene: Scene, nth: number): Carrier | null {
  const own = carriers.filter(({ kind }) => kind === (scene === 'internet' && nth < internetInTowers ? 'tower' : scene))
  return own.length === 0 ? null : own[nth % own.length]
}

/** In the carrier's community; every second firm of one that lies in two in the other. Beside a house where there is no carrier. */
function placed({ communities }: Garden, carrier: Carrier | null, nth: number, dice: Dice): { position: Position; community: string; carrier: string | null } {
  const jitter = (degrees: number): number => Math.round((degrees + dice.between(-0.00012, 0.00012)) * 1e7) / 1e7
  if (carrier) return { position: [jitter(carrier.position[0]), jitter(carrier.position[1])], community: carrier.communities[Math.floor(nth / 2) % carrier.communities.length], carrier: carrier.id }
  const home = communities[nth % communities.length]
  const { position } = dice.pick(home.buildings)
  return { position: [position[0], position[1]], community: home.code, carrier: null }
}

/** Firms with an organisation of their own are the larger ones and have three members or more. */
function sized(mode: Mode | null, dice: Dice): { employees: number; members: number } {
  const roll = dice.share()
  const employees = mode === 'single' ? dice.whole(24, 260) : roll < 0.46 ? dice.whole(3, 9) : roll < 0.88 ? dice.whole(10, 49) : roll < 0.97 ? dice.whole(50, 99) : dice.whole(100, 180)
  const members = mode === 'single' ? dice.whole(3, 14) : mode === 'joint' ? dice.whole(1, 2) : mode === 'workOnly' ? dice.whole(0, 1) : 0
  return { employees, members: Math.min(members, employees) }
}

/** Three of the first tower shall have an organisation of their own and have none; five stand elsewhere without a carrier. */
function plantTower(drafts: readonly Draft[], [tower]: readonly Carrier[]): void {
  const inTower = drafts.filter(({ organisation, mode }) => organisation.carrier === tower?.id && (mode === 'joint' || mode === 'uncovered'))
  const elsewhere = drafts.filter(({ organisation, mode }) => organisation.carrier === null && mode === 'uncovered')
  for (const [at, draft] of [...inTower.slice(0, 3), ...elsewhere.filter((_, nth) => nth % 3 === 0).slice(0, 5)].entries()) draft.organisation = { ...draft.organisation, members: 3 + (at % 3), employees: 28 + 9 * at }
}

function plantDefects(drafts: readonly Draft[], { communities }: Garden): void {
  const counted = drafts.filter(({ mode }) => mode !== null)
  const change = (at: number, fields: Partial<Organisation>): void => { counted[at].organisation = { ...counted[at].organisation, ...fields } }
  for (let n = 0; n < defects.unchecked; n++) change(7 + 41 * n, { operating: null })
  for (let n = 0; n < defects.stale; n++) change(19 + 97 * n, { date: '2025-03-31' })
  for (let n = 0; n < defects.registeredElsewhere; n++) {
    const at = 3 + 23 * n, other = communities[(5 * n) % communities.length].code
    if (other !== counted[at].organisation.community) change(at, { registeredCommunity: other })
  }
}
