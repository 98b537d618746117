import type { ImportReport, LeftReason, Repair, Role, RoleReport } from '../intake/report.ts'
import { roles } from '../intake/report.ts'
import { issueText } from './issues.ts'
import { sheetReportLines } from './sheetReport.ts'
import type { Language, Sentence } from './sentence.ts'

const roleNames: Readonly<Record<Role, Sentence>> = {
  building: { zh: '建筑', en: 'buildings' },
  entrance: { zh: '建筑出入口', en: 'entrances' },
  street: { zh: '道路', en: 'streets' },
  gate: { zh: '门', en: 'gates' },
  ground: { zh: '地块', en: 'ground' },
  area: { zh: '区域', en: 'areas' },
  facility: { zh: '设施', en: 'facilities' },
  other: { zh: '其他', en: 'other things' },
}

const leftNames: Readonly<Record<LeftReason, Sentence>> = {
  notInTable: { zh: '对照表里没有', en: 'not in the table' },
  noCategory: { zh: '没有对应的服务类别', en: 'no category for it' },
  worship: { zh: '宗教场所，不作为设施', en: 'place of worship, not taken as a facility' },
  refused: { zh: '涉军、涉密、羁押场所，拒收', en: 'military, security or detention, refused' },
  noGeometry: { zh: '没有图形', en: 'no geometry' },
  badPosition: { zh: '坐标不可用', en: 'coordinates unusable' },
  wrongGeometry: { zh: '图形类型不符', en: 'wrong kind of geometry' },
  openRing: { zh: '边界没有闭合', en: 'outline not closed' },
  degenerate: { zh: '面积或长度为零', en: 'no extent' },
  vertexMissing: { zh: '缺少顶点', en: 'vertices missing' },
  duplicate: { zh: '编号重复', en: 'id met before' },
  underground: { zh: '在地下', en: 'below ground' },
  noName: { zh: '没有名称', en: 'no name' },
  notBuilt: { zh: '尚未建成或已拆除', en: 'not standing' },
  memberOfRelation: { zh: '已随所属关系读入', en: 'taken with its relation' },
  crossesDateLine: { zh: '跨越日界线', en: 'crosses the date line' },
  offBuilding: { zh: '不在建筑边线上', en: 'not on the outline of a building' },
  offStreet: { zh: '不在可步行的道路上', en: 'not on a walkable street' },
}

const repairNames: Readonly<Record<Repair, Sentence>> = {
  ringClosed: { zh: '补上闭合点', en: 'outline closed' },
  crossingUntied: { zh: '边界自相交，已拆开', en: 'crossing outline untied' },
  pointsDropped: { zh: '去掉重复或缺失的点', en: 'repeated or missing points dropped' },
  partsMerged: { zh: '切开的部分合并', en: 'parts merged' },
  partsDropped: { zh: '只取一种图形', en: 'one kind of geometry kept' },
  endsJoined: { zh: '断头与相邻道路接上', en: 'loose ends joined' },
  heightDropped: { zh: '去掉高程', en: 'heights dropped' },
  holesDropped: { zh: '去掉无法使用的内环', en: 'unusable holes dropped' },
  openRingDropped: { zh: '去掉没有闭合的部分', en: 'open parts dropped' },
  useFromGround: { zh: '用途按所在居住用地推定', en: 'use taken from the residential land around' },
  storeysFromHeight: { zh: '层数由高度推算', en: 'storeys from height' },
  residentsEstimated: { zh: '居民数按建筑面积估算', en: 'residents estimated from floor area' },
  groupsEstimated: { zh: '年龄构成按比例估算', en: 'age groups estimated by share' },
  categoryFromName: { zh: '类别由名称判断', en: 'category from the name' },
  phoneDropped: { zh: '电话里的手机号、不成号码的内容未采用', en: 'mobile numbers and what is no number left out of telephones' },
  parentMade: { zh: '补上没有边界的上级区域', en: 'larger area added without boundary' },
}

/** The report as lines for a terminal: per role what was read, used and left, then why, then what was put right. */
export function importReportLines(report: ImportReport, language: Language = 'zh'): string[] {
  const lines = report.warnings.map((warning) => issueText(warning, language))
  for (const role of roles) {
    const entry = report.roles[role]
    if (entry.read > 0) lines.push(roleLine(roleNames[role][language], entry, language), ...detailLines(entry, language))
  }
  return [...lines, ...(report.sheets ?? []).flatMap((sheet) => sheetReportLines(sheet, language))]
}

function roleLine(name: string, entry: RoleReport, language: Language): string {
  return language === 'zh' ? `${name}：读到 ${entry.read}，采用 ${entry.used}，未采用 ${entry.left}` : `${name}: ${entry.read} read, ${entry.used} used, ${entry.left} left`
}

function detailLines(entry: RoleReport, language: Language): string[] {
  const [colon, comma] = language === 'zh' ? ['：', '、'] : [': ', ', ']
  const row = (name: string, tally: { count: number; examples: readonly string[] }): string => `  ${name}${colon}${tally.count}${tally.examples.length > 0 ? ` (${tally.examples.join(comma)})` : ''}`
  const left = Object.entries(entry.leftBy).map(([reason, tally]) => row(leftNames[reason as LeftReason][language], tally))
  const repaired = Object.entries(entry.repairedBy).map(([repair, tally]) => row(repairNames[repair as Repair][language], tally))
  return [...left, ...repaired]
}
