import type { CatalogueChoice, MeetingRule } from '../../geodata/model/catalogue.ts'

/** How often each kind of meeting is held; a deployment changes a row. */
export const meetingRules: readonly MeetingRule[] = [
  { kind: 'committee', perYear: 12, source: '来源文件 000：每月至少召开一次社区党委会', confirmed: true },
  { kind: 'greatCommittee', perYear: 4, source: '来源文件 000：每季度召开一次社区大党委会', confirmed: true },
  { kind: 'joint', perYear: 2, source: '来源文件 003：联席会一般一年召开二次', confirmed: true },
  { kind: 'briefing', perYear: 12, source: '来源文件 003：每月定期召开社区建设情况通报会', confirmed: true },
]

/** What the sources disagree about, or a deployment names its own way. */
export const choices: readonly CatalogueChoice[] = [
  { code: 'branchTier', chosen: 'grid', of: ['grid', 'estate'], source: '来源文件 004 支部建在网格，002 支部建在小区，由部署方选定', confirmed: false },
  { code: 'twoNewLabel', chosen: '两新', of: ['两新', '三新', '两企三新'], source: '各地叫法不同，由部署方选定', confirmed: false },
]
