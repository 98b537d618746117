import { standingWords } from '../completeness.ts'
import { audienceWords } from '../lists.ts'
import type { Sentence } from '../sentence.ts'

/** Words of choices that no sheet has: `<what>.<field>` as columns name them. */
export const registerChoices: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  'seat.group': {
    institution: { zh: '机关企事业单位', en: 'institutions and enterprises' },
    twoNewPropertyTower: { zh: '两新、物业、楼宇', en: 'new organisations, property firms, towers' },
    police: { zh: '社区民警', en: 'community police' },
    retired: { zh: '离退休干部党员', en: 'retired officials' },
  },
  'unit.nature': {
    government: { zh: '机关', en: 'government' },
    publicInstitution: { zh: '事业单位', en: 'public institution' },
    stateEnterprise: { zh: '国有企业', en: 'state enterprise' },
    privateEnterprise: { zh: '非公企业', en: 'private enterprise' },
    school: { zh: '学校', en: 'school' },
    medical: { zh: '医疗机构', en: 'medical' },
    property: { zh: '物业、楼宇', en: 'property and towers' },
    socialOrganisation: { zh: '社会组织', en: 'social organisation' },
    other: { zh: '其他', en: 'other' },
  },
  'facility.audience': audienceWords,
  'slot.standing': standingWords,
  'register.group': {
    govern: { zh: '共管', en: 'governing' },
    share: { zh: '共享', en: 'sharing' },
    train: { zh: '共培', en: 'training' },
    act: { zh: '共办', en: 'acting' },
    build: { zh: '共建', en: 'building' },
  },
  'register.duty': {
    threeMeetings: { zh: '三会一课', en: 'meetings and lessons' },
    cadreTraining: { zh: '干部培训', en: 'training of cadres' },
    underRepair: { zh: '整顿中', en: 'being put right' },
  },
}
