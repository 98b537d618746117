import type { Theme } from './seam.ts'
import { tokens } from './tokens.ts'

export type Palette = ReturnType<typeof paletteOf>

/** All colours of the map for one theme: the tokens, and what only a map needs, each derived for that theme by hand. */
export function paletteOf(theme: Theme) {
  return { theme, ...tokens[theme], ...drawn[theme] }
}

type Drawn = {
  /** Roads by rank; casings are one step darker (lighter by night) than the land. */
  arterial: string; arterialCasing: string; road: string; roadCasing: string; lane: string; rail: string; railSleeper: string
  /** Land that belongs to somebody or is paved. */
  campus: string; estate: string; square: string; sports: string; track: string; parking: string; construction: string; wall: string
  waterEdge: string; waterLabel: string; greenLabel: string; pathInGreen: string
  /** Boundaries: administrative outlines must read over roads and buildings. */
  boundary: string; boundaryHalo: string; grid: string
  /** Text on the map; halo is the land's colour. */
  label: string; labelSoft: string; areaLabel: string; halo: string
  /** Marks of the patterns laid over building fills. */
  hatchOnGap: string; dashesOnMarginal: string; dotsOnFull: string; hatchOnNodata: string
  /** A darker line around each state's fill. */
  coveredLine: string; marginalLine: string; fullLine: string; gapLine: string; nodataLine: string
  badgeRing: string; badgeGlyph: string; shadow: string
  lightIntensity: number
}

const drawn: Readonly<Record<Theme, Drawn>> = {
  light: {
    arterial: '#FDF3DA', arterialCasing: '#DCCFAE', road: '#FFFFFF', roadCasing: '#D9D4C7', lane: '#C9C3B4', rail: '#A7A297', railSleeper: '#F3F1EA',
    campus: '#EFEADB', estate: '#F7F5EF', square: '#EDE8DC', sports: '#C9DDBB', track: '#E3B69B', parking: '#EAE6DB', construction: '#E9E1CF', wall: '#B9B2A2',
    waterEdge: '#9CC1D1', waterLabel: '#275B74', greenLabel: '#3F6230', pathInGreen: '#B4C99C',
    boundary: '#5B5446', boundaryHalo: '#F3F1EA', grid: '#5F584A',
    label: '#2B3138', labelSoft: '#4E555D', areaLabel: '#5B5446', halo: '#F7F5EF',
    hatchOnGap: '#A06EC0', dashesOnMarginal: '#8A5A00', dotsOnFull: '#FFF4EC', hatchOnNodata: '#8A8578',
    coveredLine: '#4F9489', marginalLine: '#AE760C', fullLine: '#9E3F15', gapLine: '#4A1768', nodataLine: '#8A8578',
    badgeRing: '#FFFFFF', badgeGlyph: '#FFFFFF', shadow: '#5A5240', lightIntensity: 0.32,
  },
  dark: {
    arterial: '#454E58', arterialCasing: '#0B1016', road: '#333C46', roadCasing: '#0D131A', lane: '#3A444F', rail: '#4B5561', railSleeper: '#121A22',
    campus: '#182129', estate: '#151E27', square: '#1A232C', sports: '#1B3226', track: '#43302A', parking: '#18212A', construction: '#211F1B', wall: '#3D4955',
    waterEdge: '#1B4557', waterLabel: '#7DB6CD', greenLabel: '#8FB58F', pathInGreen: '#35503F',
    boundary: '#93A0AC', boundaryHalo: '#0E141B', grid: '#7C8997',
    label: '#E3E9EE', labelSoft: '#B4BFCA', areaLabel: '#B4BFCA', halo: '#0E151C',
    hatchOnGap: '#7F4FAE', dashesOnMarginal: '#3B2A08', dotsOnFull: '#3A1407', hatchOnNodata: '#8793A0',
    coveredLine: '#4E9A96', marginalLine: '#C89B48', fullLine: '#FFB08A', gapLine: '#E6D2FC', nodataLine: '#667180',
    badgeRing: '#10171E', badgeGlyph: '#10171E', shadow: '#05080B', lightIntensity: 0.4,
  },
  red: {
    arterial: '#58423A', arterialCasing: '#120909', road: '#43302B', roadCasing: '#140B0B', lane: '#4B3731', rail: '#5E4A42', railSleeper: '#1B1010',
    campus: '#221514', estate: '#1F1312', square: '#251817', sports: '#24301F', track: '#4B2F22', parking: '#221716', construction: '#2A1D14', wall: '#574039',
    waterEdge: '#21404D', waterLabel: '#86B3C2', greenLabel: '#A3B489', pathInGreen: '#46502F',
    boundary: '#D9BE9C', boundaryHalo: '#1B1010', grid: '#B59C80',
    label: '#F7E8CD', labelSoft: '#D6BE9C', areaLabel: '#D9BE9C', halo: '#180D0D',
    hatchOnGap: '#8553B4', dashesOnMarginal: '#3B2A08', dotsOnFull: '#3F1608', hatchOnNodata: '#9C837A',
    coveredLine: '#5FA89C', marginalLine: '#CFA04C', fullLine: '#FFBA92', gapLine: '#EBD9FD', nodataLine: '#7C655E',
    badgeRing: '#1B0E0E', badgeGlyph: '#1B0E0E', shadow: '#0A0505', lightIntensity: 0.4,
  },
}
