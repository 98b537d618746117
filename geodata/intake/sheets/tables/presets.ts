import type { FormCode } from '../form.ts'

/** A published table whose headings are its own: what each becomes. `fixed`: what every row is. */
export type Preset = {
  code: string
  form: FormCode
  headings: readonly string[]
  /** Heading -> key of the form's column; headings that are not named are known and left out, which the report says. */
  columns: Readonly<Record<string, string>>
  fixed: Readonly<Record<string, string>>
  /** Years count from 1912 (民国). */
  minguo: boolean
}

/** Taipei's open data (data.taipei), as published in 2024 to 2026. A 统一編號 of eight digits is no unified social credit code: it tells the row, and no code is kept. */
export const presets: readonly Preset[] = [
  { code: 'taipeiCivicGroups', form: 'organisation', headings: ['機關代碼', '名稱', '地址', '電話', '成立日期'], columns: { 名稱: 'name', 成立日期: 'validFrom' }, fixed: { kind: 'socialOrganisation' }, minguo: true },
  { code: 'taipeiCompanies', form: 'organisation', headings: ['統一編號', '公司名稱', '公司地址', '核准日期', 'Longitude', 'Latitude'], columns: { 統一編號: 'creditCode', 公司名稱: 'name', 核准日期: 'validFrom', Longitude: 'lon', Latitude: 'lat' }, fixed: { kind: 'enterprise' }, minguo: true },
]
