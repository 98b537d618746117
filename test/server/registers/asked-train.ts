import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import type { Asked } from './asked.ts'

export const trainAsked: Partial<Record<RegisterCode, Asked>> = {}
