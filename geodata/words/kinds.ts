import type { EditableKind } from '../model/city.ts'
import type { Sentence } from './sentence.ts'

/** One record of each kind that is edited, as people call it. */
export const kindWords: Readonly<Record<EditableKind, Sentence>> = {
  facility: { zh: '设施', en: 'site' },
  unit: { zh: '驻区单位', en: 'unit' },
  organisation: { zh: '两新组织', en: 'organisation' },
  gate: { zh: '门', en: 'gate' },
  building: { zh: '楼栋', en: 'building' },
}
