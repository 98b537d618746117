import type { Tags } from '../feature.ts'

/**
 * Sites that are never stored, by tag: military, security and detention (公开地图内容表示规范: 军事设施及军事单位 are not shown).
 * A neighbourhood police station (派出所, 警务室) serves the public and is kept.
 */
const deniedTags: Readonly<Record<string, RegExp>> = {
  landuse: /^military$/,
  military: /^(?!no$)/,
  building: /^(barracks|military|prison|bunker)$/,
  amenity: /^prison$/,
  office: /^(military|security_service|intelligence)$/,
  aeroway: /^military$/,
}

const deniedNames = new RegExp(
  [
    '部队', '军区', '军分区', '武警', '武装警察', '解放军', '军事', '军营', '军械', '军用', '导弹', '雷达站', '弹药', '总参', '总装备部', '总后勤部', '总政治部', '海军', '空军', '火箭军', '人民武装部', '武装部', '干休所',
    '监狱', '看守所', '拘留所', '戒毒所', '劳教所', '劳动教养', '收容所', '收容教育', '女子监', '国家安全局', '国家安全厅', '国家安全部', '国安局', '保密局', '國軍', '監獄', '軍營', '憲兵',
  ].join('|'),
)
const deniedLatinNames = /\b(military|barracks?|prison|jail|detention cent(er|re)|army base|naval base|air force|state security)\b/i

/** Museums tell of what was and are open to all. */
const openToAll: ReadonlySet<string> = new Set(['museum', 'gallery', 'attraction'])

const museumNames = /(博物馆|博物院|纪念馆|陈列馆|美术馆|museum|gallery)$/i

/** Whether a site of this kind and name is refused. Roads that are merely named so are no sites: do not ask for them. */
export function isDenied(tags: Tags): boolean {
  for (const [key, pattern] of Object.entries(deniedTags)) if (tags[key] !== undefined && pattern.test(tags[key])) return true
  if (openToAll.has(tags['tourism'] ?? '')) return false
  return namesOf(tags).some(soundsDenied)
}

/** The part of the rule that a name alone decides, for records without tags; a museum is known by its name too. */
export const isDeniedName = (name: string): boolean => soundsDenied(name) && !museumNames.test(name)

function soundsDenied(written: string): boolean {
  const name = ordinary.test(written) ? written : plain(written)
  return deniedNames.test(name) || deniedLatinNames.test(name)
}

/** Chinese without spaces, and ASCII: as nearly all names are. */
const ordinary = /^[\u4E00-\u9FFF\x21-\x7E]*$/

/** As it would be read: full width and compatibility signs as their usual ones, without what cannot be seen, without spaces around single Chinese signs (武 警). */
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/[\p{Cf}\p{Mn}]/gu, '').replaceAll(/(?<=(^|\s)\p{Script=Han})\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=\p{Script=Han}(\s|$))/gu, '')

function namesOf(tags: Tags): string[] {
  return Object.entries(tags).filter(([key]) => key === 'name' || key === 'operator' || key.startsWith('name:') || key.endsWith('_name')).map(([, value]) => value)
}
