import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import type { Asked } from './asked.ts'

export const heatAsked: Partial<Record<RegisterCode, Asked>> = {}
