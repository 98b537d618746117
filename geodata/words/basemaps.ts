import type { Language } from './sentence.ts'

/** What is wrong with a base map: where it is written, what should stand there, what does. `found` never holds a key. */
export type BasemapFault = { where: string; expected: BasemapExpected; found: string }

const expectations = {
  list: { zh: '一张底图清单（JSON 数组）', en: 'a list of base maps (a JSON array)' },
  object: { zh: '一张底图的各项（JSON 对象）', en: 'the entries of a base map (a JSON object)' },
  name: { zh: '别的底图没有用过的名字，1 到 80 个字', en: 'a name of 1 to 80 signs no other base map has' },
  kind: { zh: '“wmts”或“pmtiles”', en: '"wmts" or "pmtiles"' },
  url: { zh: 'http(s) 网址，含 {z}、{x}、{y}，主机名里只能有 {s}', en: 'an http(s) address with {z}, {x} and {y}, whose host holds no more than {s}' },
  key: { zh: '网址中有 {key} 时的密钥', en: 'a key, as the address has {key}' },
  matrixSet: { zh: '“w”（Web 墨卡托）或“c”（经纬度）', en: '"w" (web mercator) or "c" (degrees)' },
  zooms: { zh: '0 到 22 的整数，minZoom 不大于 maxZoom', en: 'whole numbers 0 to 22, minZoom not above maxZoom' },
  text: { zh: '文字', en: 'text' },
  attribution: { zh: '来源说明（不能空着）', en: 'words that say whose map it is' },
  file: { zh: '数据文件夹里的 .pmtiles 文件', en: 'a .pmtiles file in the data folder' },
  archive: { zh: '一个完好的 PMTiles 文件', en: 'a whole PMTiles file' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>
export type BasemapExpected = keyof typeof expectations

/** One fault as a sentence. */
export const basemapSentence = ({ where, expected, found }: BasemapFault, language: Language): string => (language === 'zh'
  ? `外部底图 ${where}：应为${expectations[expected].zh}，收到的是 ${found}。这张底图不用，其余照常。`
  : `Outer base map ${where}: expected ${expectations[expected].en}, found ${found}. That base map is left out; everything else works.`)
