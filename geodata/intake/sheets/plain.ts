/** Signs of traditional headings and their simplified ones: enough for the words of our columns. */
const traditional = '編號稱經緯區單來電話數類別組織黨員級層負責資訊務項計劃辦報紀錄時間長樓棟園場區網絡關係條內實際應繳費額點線從業統擁職隊伍機構態狀況進議會議題數據檔開閉啟種類聯繫處壓'
const simplified = '编号称经纬区单来电话数类别组织党员级层负责资讯务项计划办报纪录时间长楼栋园场区网络关系条内实际应缴费额点线从业统拥职队伍机构态状况进议会议题数据档开闭启种类联系处压'
const toSimplified = new Map([...traditional].map((sign, i) => [sign, [...simplified][i]]))

/** A heading or a name of a sheet as it is compared: full width as half, small letters, simplified signs, without blanks, marks and what stands in brackets. */
export function plainHeading(text: string): string {
  const folded = [...text.normalize('NFKC').toLowerCase()].map((sign) => toSimplified.get(sign) ?? sign).join('')
  const bare = folded.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, '').replaceAll(/[\s*:_\-.、,，。/'"“”·]+/g, '')
  return bare === '' ? folded.replaceAll(/[\s*:_\-.()[\]]+/g, '') : bare
}

/** A name as it is compared: full width as half, without blanks, simplified where it is a choice. */
export const plainName = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
