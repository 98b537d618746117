import type { RegisterWords } from './register-words.ts'

/** Mechanisms that are told in words: what the source documents describe, in sentences of our own. */
export const narrativeWords = {
  meetingItems: {
    name: { zh: '议事原则与议题构成', en: 'What meetings decide, and what they are about' },
    question: { zh: '大党委会议的议题中，重大事项占多少？', en: 'How much of what great committees meet about are major matters?' },
    formula: { zh: '重大事项议题占比 = 本年度大党委会议的重大事项议题 ÷ 全部已登记议题', en: 'Share of major matters = major items of this year’s great committee meetings ÷ all recorded items' },
    answer: { zh: '{year} 年以来 {meetings} 次会议共 {items} 项议题，重大事项 {major} 项，占 {percent}%', en: 'Since the start of {year}, {meetings|meeting had|meetings had} {items|item|items}; {major} were major matters, {percent} %' },
    columns: { majorItems: { zh: '重大事项', en: 'major' }, fundItems: { zh: '资金', en: 'funds' }, jointItems: { zh: '共建', en: 'joint' }, volunteerItems: { zh: '志愿服务', en: 'volunteering' }, items: { zh: '议题合计', en: 'items' }, majorShare: { zh: '重大事项占比', en: 'share of major' }, meetings: { zh: '会议次数', en: 'meetings' } },
    headlines: { majorItems: { name: { zh: '重大事项议题', en: 'Major items' }, of: { zh: '全部议题', en: 'all items' } }, meetings: { name: { zh: '大党委会议', en: 'Great committee meetings' } } },
    text: [
      { zh: '议事按事情的分量分四种办法：关系全社区的大事一起议，日常的实事一起办，要紧的事一起定，急迫的事随时碰头商量。', en: 'Matters are handled by their weight in four ways: large ones are discussed together, practical ones done together, important ones decided together, urgent ones talked over at once.' },
      { zh: '来源文件的问卷里，认同大党委有协调整合职能的占 85%，认同它有权决定重大事项的只占 59%；实际开的会也以共建和志愿活动居多。所以这里单列重大事项议题的占比。', en: 'In the survey of the source document 85 % saw the committee as a body that coordinates, only 59 % as one that decides major matters; its meetings were mostly about joint activities and volunteering. Hence the share of major items is shown.' },
    ],
  },
  sevenLeads: {
    name: { zh: '七带头、五不准', en: 'Seven leads and five don’ts' },
    question: { zh: '报到党员承诺了什么？', en: 'What do members who report in pledge?' },
    formula: { zh: '', en: '' },
    answer: { zh: '', en: '' },
    text: [
      { zh: '2015 年 10 月 30 日，来源文件所在的区对在职党员进社区作出部署：七个方面走在前面，五类行为不许有。', en: 'On 30 October 2015 the district of the source document set out what members in service do in their communities: lead in seven respects, and keep from five kinds of conduct.' },
      { zh: '来源文件没有逐条列出内容，这里也不补写；部署单位可以把正式条文作为文件导入，社区是否已签承诺书登记在“配套制度”里（承诺书）。', en: 'The document does not list them one by one, and none is made up here; whoever runs this can import the official text. Whether a community has signed pledges is kept among its documents.' },
    ],
  },
  twoWayContact: {
    name: { zh: '双向联系、双向服务、双向反馈', en: 'Contact, service and feedback both ways' },
    question: { zh: '单位、社区和党员之间怎样来回联系？', en: 'How do units, communities and members keep in touch both ways?' },
    formula: { zh: '', en: '' },
    answer: { zh: '', en: '' },
    text: [
      { zh: '在职党员有两个岗位、两份责任：在单位一份，在居住的社区一份，由单位党组织和社区党组织共同管理。', en: 'A member in service has two posts and two duties, one at work and one where he or she lives, and both organisations look after them.' },
      { zh: '联系、服务和反馈都是双向的：社区把需求告诉单位，单位把资源和人带到社区；年底双方互相通报情况。通报是否按时，见“双通报”；服务次数见“认岗”。', en: 'Contact, service and feedback run both ways: communities tell units what is needed, units bring what they have; at the end of the year each reports to the other. Whether that was done in time is in the register of notices, how often members served in that of posts.' },
    ],
  },
  twelveMeasures: {
    name: { zh: '十二项硬举措与逐级述职', en: 'Twelve measures and yearly accounts' },
    question: { zh: '城市基层工作靠哪些硬举措推动？', en: 'Which measures drive the work in towns?' },
    formula: { zh: '', en: '' },
    answer: { zh: '', en: '' },
    text: [
      { zh: '来源文件所在的市以十二项具体举措推动城市工作，包括建街道大工委、社区兼职委员、双报到、双结对、双通报，以及连续三年每年一亿元的阵地投入。', en: 'The city of the source document pushed its work in towns by twelve concrete measures, among them street committees, part-time members, reporting in, pairing, mutual notices, and a hundred million yuan a year for sites over three years.' },
      { zh: '各级书记从 2009 年起每年述职，到文件发表时已连续九年；述职和考核的登记见“述职考核”。', en: 'Since 2009 secretaries at every level have given account each year, nine years running when the document appeared; the records are in the register of work reports.' },
    ],
  },
} as const satisfies Readonly<Record<string, RegisterWords>>
