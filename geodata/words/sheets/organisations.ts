import type { Operating, Organised, Scene, WorkCover } from '../../model/organisation.ts'
import type { Sentence } from '../sentence.ts'
import { say } from './sheet-words.ts'

/** 两新组织 in words. */
export const operatingWords: Readonly<Record<Operating, Sentence>> = { operating: say('正常经营', 'operating'), shell: say('未实际经营', 'not operating'), closed: say('已注销', 'closed') }
export const sceneWords: Readonly<Record<Scene, Sentence>> = { tower: say('商务楼宇', 'tower'), park: say('园区', 'park'), market: say('商圈市场', 'market'), internet: say('互联网', 'internet'), other: say('其他', 'other') }
export const organisedWords: Readonly<Record<Organised, Sentence>> = { single: say('单独组建', 'its own'), joint: say('联合组建', 'joint'), attached: say('挂靠', 'attached'), none: say('未组建', 'none') }
export const workCoverWords: Readonly<Record<WorkCover, Sentence>> = { instructor: say('党建指导员', 'instructor'), liaison: say('联络员', 'liaison'), massOrganisation: say('群团组织', 'mass organisation'), none: say('无', 'none') }
