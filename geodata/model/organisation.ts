import type { Position } from './geometry.ts'
import type { Provenance, Validity } from './provenance.ts'

export const organisationKinds = ['enterprise', 'socialOrganisation'] as const
/** Enterprises and social organisations are never summed into one rate. */
export type OrganisationKind = (typeof organisationKinds)[number]

/** A non-public enterprise or social organisation (两新组织). Organisations only: no schema holds its people. */
export type Organisation = Provenance & Validity & {
  id: string
  name: string
  kind: OrganisationKind
  /** 18 signs with their check digit (GB 32100-2015); null: unknown. */
  creditCode: string | null
  position: Position | null
  /** Community the register puts it in; null: unknown. */
  community: string | null
  /** The 驻区单位 it is, when it is one; null: none. */
  unit: string | null
  /** Whether it really operates (三有: place, people, business); null: nobody has looked. shell and closed are left out of denominators, with the reason. */
  operating: Operating | null
  /** Primary scene: totals count it there and nowhere else. */
  scene: Scene | null
  /** Other scenes it belongs to, for filters only. */
  alsoScenes: readonly Scene[]
  /** Entry of sheet `carrier` where it operates; null: none. */
  carrier: string | null
  /** Community of its registered address where that is another than where it operates; null: the same, or unknown. */
  registeredCommunity: string | null
  employees: number | null
  /** Full party members whose membership is kept here. */
  members: number | null
  /** 规模以上. */
  aboveScale: boolean | null
  /** How it has a party organisation; attached (挂靠) is shown apart. */
  organised: Organised | null
  /** Entry of sheet `partyOrganisation`: the branch it has, or shares with others. */
  branch: string | null
  /** What covers its work beside an organisation. */
  work: WorkCover | null
  /** Entry of sheet `instructor`. */
  instructor: string | null
}

export const operatings = ['operating', 'shell', 'closed'] as const
export type Operating = (typeof operatings)[number]
/** 楼宇 园区 商圈市场 互联网 其他. */
export const scenes = ['tower', 'park', 'market', 'internet', 'other'] as const
export type Scene = (typeof scenes)[number]
/** 单独组建 联合组建 挂靠 无. */
export const organiseds = ['single', 'joint', 'attached', 'none'] as const
export type Organised = (typeof organiseds)[number]
/** 党建指导员 联络员 群团组织 无. */
export const workCovers = ['instructor', 'liaison', 'massOrganisation', 'none'] as const
export type WorkCover = (typeof workCovers)[number]

/** What nobody has said yet. */
export const unsaid = {
  operating: null, scene: null, alsoScenes: [], carrier: null, registeredCommunity: null, employees: null, members: null, aboveScale: null, organised: null, branch: null, work: null, instructor: null,
} as const satisfies Partial<Organisation>
