import type { Organised, Scene } from '../../../geodata/model/organisation.ts'
import type { Dice } from '../dice.ts'
import { shuffled } from '../names.ts'

/** Story 7 (挤水分): 705 registered, 85 of them left out, 620 operating, 391 organised, 540 reached by work. */
export const story = { registered: 705, operating: 620, organised: 391, work: 540, excluded: { shell: 61, closed: 23, duplicate: 1 } } as const

/** How an operating firm is covered; `attached` stands under workOnly or uncovered. */
export type Mode = 'single' | 'joint' | 'workOnly' | 'uncovered'
export type Plan = { scene: Scene; mode: Mode }

/**
 * Operating enterprises by primary scene and mode, so that organised / by work are 楼宇 71 / 92, 园区 78 / 95, 商圈市场 48 / 83, 互联网 55 / 80 % and all together
 * 单独 9 %, 联合 54 %, 仅工作覆盖 24 %, 未覆盖 13 % (DOMAIN.md 11.2).
 */
export const quotas: Readonly<Record<Scene, Readonly<Record<Mode, number>>>> = {
  tower: { single: 22, joint: 120, workOnly: 42, uncovered: 16 },
  park: { single: 16, joint: 62, workOnly: 17, uncovered: 5 },
  market: { single: 6, joint: 66, workOnly: 53, uncovered: 25 },
  internet: { single: 5, joint: 39, workOnly: 20, uncovered: 16 },
  other: { single: 7, joint: 48, workOnly: 17, uncovered: 18 },
}

/** Societies: organised 56 and reached by work 76 of 90 that are active; 7 are not. */
export const societyQuotas: Readonly<Record<Mode, number>> = { single: 12, joint: 44, workOnly: 20, uncovered: 14 }
export const idleSocieties = { shell: 4, closed: 3 } as const

/** Where the firms that are left out stand in the register, by scene. */
export const excludedScenes: readonly (readonly [Scene, number])[] = [['tower', 38], ['park', 8], ['market', 22], ['internet', 12], ['other', 4]]

/** Modes of one scene in an order of chance. */
export const modesOf = (quota: Readonly<Record<Mode, number>>, dice: Dice): Mode[] => shuffled((Object.keys(quota) as Mode[]).flatMap((mode) => Array<Mode>(quota[mode]).fill(mode)), dice.share)

export const organisedBy: Readonly<Record<Mode, Organised>> = { single: 'single', joint: 'joint', workOnly: 'none', uncovered: 'none' }
