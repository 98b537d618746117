/** Words on and beside the finder's map. */
const zh = {
  'map.title': '地图', 'map.near': '放大', 'map.far': '缩小', 'map.home': '回到起点', 'map.again': '回到结果', 'map.here': '在这一带找', 'map.wait': '正在画地图…',
  'map.webgl': '这台设备画不了地图。列表和卡片里什么都有。', 'map.ground': '地图没有取到。列表和卡片不受影响。', 'map.retry': '再试一次',
  'map.signs': '图例', 'map.open': '开着', 'map.soon': '快关门', 'map.closed': '没开', 'map.unknown': '时间未知', 'map.ask': '限部分人，先问', 'map.no': '您进不去',
  'map.way': '慢走 {elder} 分钟，一般人 {adult} 分钟', 'map.wayAdult': '步行 {adult} 分钟，慢走 {elder} 分钟', 'map.spot': '从这里出发？', 'map.spotYes': '从这里出发', 'map.spotNo': '不用',
  'sheet.title': '列表', 'sheet.up': '列表拉高', 'sheet.down': '列表放低', 'sheet.handle': '列表高度：方向键上下调', 'sheet.low': '只留一行', 'sheet.half': '一半', 'sheet.full': '全部', 'sheet.count': '{count} 处', 'sheet.card': '看全部', 'sheet.back': '返回列表',
  'spot.hint': '移动地图，让家落在中间的圆点上；也可以直接点。', 'spot.take': '就从这里出发', 'spot.back': '不用地图了', 'spot.webgl': '这台设备画不出地图，请用小区名、门牌或定位。', 'spot.ground': '地图没有取到，请用小区名、门牌或定位。',
  'route.show': '在地图上看路线', 'route.hide': '收起地图',
} as const
export type FindMapKey = keyof typeof zh

const en: Readonly<Record<FindMapKey, string>> = {
  'map.title': 'Map', 'map.near': 'Zoom in', 'map.far': 'Zoom out', 'map.home': 'Back to the start', 'map.again': 'Back to the results', 'map.here': 'Search here', 'map.wait': 'Drawing the map…',
  'map.webgl': 'This device cannot draw the map. Everything is in the list and the cards.', 'map.ground': 'The map did not come. List and cards work without it.', 'map.retry': 'Try again',
  'map.signs': 'Signs', 'map.open': 'open', 'map.soon': 'closes soon', 'map.closed': 'closed', 'map.unknown': 'hours unknown', 'map.ask': 'for some only, ask first', 'map.no': 'not for you',
  'map.way': '{elder} min walking slowly, {adult} min for an adult', 'map.wayAdult': '{adult} min walk, {elder} min walking slowly', 'map.spot': 'Start from here?', 'map.spotYes': 'Start from here', 'map.spotNo': 'No',
  'sheet.title': 'List', 'sheet.up': 'Raise the list', 'sheet.down': 'Lower the list', 'sheet.handle': 'Height of the list: arrow keys up and down', 'sheet.low': 'one line', 'sheet.half': 'half', 'sheet.full': 'all', 'sheet.count': '{count} places', 'sheet.card': 'See all', 'sheet.back': 'Back to the list',
  'spot.hint': 'Move the map until your home lies under the dot in the middle, or tap it.', 'spot.take': 'Start from here', 'spot.back': 'Without the map', 'spot.webgl': 'This device cannot draw the map. Please use a name, an address or your location.', 'spot.ground': 'The map did not come. Please use a name, an address or your location.',
  'route.show': 'See the way on the map', 'route.hide': 'Hide the map',
}

export const findMapWords: Readonly<Record<'zh' | 'en', Readonly<Record<FindMapKey, string>>>> = { zh, en }
