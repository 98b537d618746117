/** Words that stand on or beside the map itself. */
export type MapWords = {
  /** Name of the map for screen readers. */
  map: string
  demo: string
  dataDate: string
  approval: string
  /** Before whose map lies below. */
  basemap: string
  metres: string
  kilometres: string
  /** Behind the number of storeys. */
  storeys: string
  /** Behind the whole minutes on a route's flag. */
  minutes: string
}

export const mapWords: Readonly<Record<'zh' | 'en', MapWords>> = {
  zh: {
    map: '地图：方向键移动，加减号缩放', demo: '示意数据', dataDate: '数据日期', approval: '审图号', basemap: '底图', metres: '米', kilometres: '公里', storeys: '层', minutes: '分',
  },
  en: {
    map: 'Map: arrow keys pan, plus and minus zoom', demo: 'Synthetic data', dataDate: 'Data as of', approval: 'Map approval', basemap: 'Base map', metres: 'm', kilometres: 'km', storeys: 'F', minutes: 'min',
  },
}
