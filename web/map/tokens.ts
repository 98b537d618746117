import type { Theme } from './seam.ts'

export type Tokens = {
  page: string; surface: string; raised: string; sunken: string; ink1: string; ink2: string; ink3: string; line: string; lineStrong: string
  accent: string; accentInk: string; accentSoft: string; focus: string; open: string; soon: string; closed: string; party: string
  covered: string; marginal: string; full: string; gap: string; cut: string; nodata: string
  land: string; water: string; green: string; bldg: string; bldgLine: string
  /** Low to high need; better to worse; the eight category colours. */
  sequential: readonly string[]; diverging: readonly string[]; categories: readonly string[]
}

/** The design language's colours, the same as in style/tokens.css. Contrast and colour-blind distances are tests. */
export const tokens = {
  light: {
    page: '#F4F2EC', surface: '#FFFFFF', raised: '#FFFFFF', sunken: '#EAE7DF', ink1: '#1B2026', ink2: '#454C55',
    ink3: '#5D656E', line: '#DAD6CC', lineStrong: '#878C92', accent: '#0B5E6B', accentInk: '#FFFFFF', accentSoft: '#DCECEC',
    focus: '#0B5E6B', open: '#0E6B4B', soon: '#9A4E00', closed: '#5D656E', party: '#B3121D', covered: '#83BDB3',
    marginal: '#F4B547', full: '#D65F2C', gap: '#6C2C8F', cut: '#2A2730', nodata: '#B9B5AB', land: '#F3F1EA',
    water: '#BFD9E4', green: '#D3E2C1', bldg: '#E2DED3', bldgLine: '#CBC5B7',
    sequential: ['#F3E9D8', '#F5CF93', '#EFA45A', '#D8703F', '#A9406A', '#6C2C8F'],
    diverging: ['#0B5E6B', '#4E969A', '#A9CFCB', '#F0ECE3', '#F2BC7C', '#C8663F', '#6C2C8F'],
    categories: ['#B4531B', '#2B6CB0', '#3C7D3A', '#8A5A9E', '#A9772A', '#B03A60', '#0F7C82', '#5B6470'],
  },
  dark: {
    page: '#0E141B', surface: '#161E27', raised: '#1D2732', sunken: '#0A0F15', ink1: '#EEF2F5', ink2: '#BAC4CE',
    ink3: '#92A0AD', line: '#2A3643', lineStrong: '#64748A', accent: '#6FC3C9', accentInk: '#06232A', accentSoft: '#17343B',
    focus: '#8FDDE2', open: '#6FCFA0', soon: '#F3B25A', closed: '#92A0AD', party: '#E05A55', covered: '#2F6E6C',
    marginal: '#94722F', full: '#EC8350', gap: '#C79BF2', cut: '#F1EEF7', nodata: '#4A535E', land: '#121A22',
    water: '#0B2733', green: '#16271F', bldg: '#25303B', bldgLine: '#34414E',
    sequential: ['#22303A', '#5B4633', '#95602F', '#D07C43', '#DD8FA6', '#D3B4FA'],
    diverging: ['#8FE0E2', '#4E9EA3', '#2B5F66', '#2A343F', '#7A5730', '#D07C43', '#D3B4FA'],
    categories: ['#F0955B', '#6FAEF0', '#86C47A', '#B985D2', '#E6C46C', '#EE86A4', '#3FAFAF', '#C5CED6'],
  },
  red: {
    page: '#230A0B', surface: '#371012', raised: '#451619', sunken: '#1A0707', ink1: '#FFF3DC', ink2: '#E8CBA6',
    ink3: '#C9A27C', line: '#5E2A26', lineStrong: '#A9714F', accent: '#F2C76E', accentInk: '#3A1206', accentSoft: '#52231A',
    focus: '#FFE3A6', open: '#8FD9AE', soon: '#FFC46B', closed: '#C9A27C', party: '#C8161D', covered: '#3B8276',
    marginal: '#9A7430', full: '#F28A58', gap: '#CFA6F7', cut: '#FBF3E6', nodata: '#5E4A45', land: '#1B1010',
    water: '#101B22', green: '#1C2219', bldg: '#3A2825', bldgLine: '#503833',
    sequential: ['#33241F', '#664630', '#9E6330', '#D98148', '#E394A6', '#D8BBFB'],
    diverging: ['#8FDCCB', '#4C9C8E', '#2C5F57', '#382B28', '#7F5530', '#D98148', '#D8BBFB'],
    categories: ['#F0955B', '#7FB0EA', '#8CC47C', '#B98AD0', '#EAC874', '#F090A8', '#4FB3AB', '#DDD0C2'],
  },
} as const satisfies Readonly<Record<Theme, Tokens>>
