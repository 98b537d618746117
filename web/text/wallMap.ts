/** Words on and beside the map of the wall. */
const zh = {
  'title': '地图', 'wait': '正在画地图…', 'broken': '地图没有载入，这里是平面简图，点选照常。', 'noWebgl': '没有 WebGL2，这里是平面简图，点选照常。', 'ownGround': '外部底图要有 WebGL2，这里用自己的底图。', 'lost': '地图失去了图形上下文，没能恢复。数和板照常可用。', 'again': '重画地图',
  'legend': '图例', 'fold': '收起图例', 'unfold': '展开图例', 'few': '人数太少或须保护', 'none': '没有数据', 'between': '{above} 到 {to}', 'upTo': '{to} 及以下', 'exactly': '{to}', 'areas': '{count} 个', 'buildings': '{count} 栋', 'empty': '没有可以上色的下级区域',
  'meals.covered': '10 分钟内吃得上饭', 'meals.marginal': '差一点，要走 12 分钟', 'meals.full': '走得到，但已满', 'meals.uncovered': '走不到（服务空白）', 'meals.cut': '路网不连通', 'meals.nodata': '无数据',
  'evening.covered': '18:30 有地方去', 'evening.marginal': '差一点', 'evening.full': '走得到，但已满', 'evening.uncovered': '18:30 没地方去', 'evening.cut': '路网不连通', 'evening.nodata': '无数据',
  'leftOut.covered': '吃得上饭', 'leftOut.marginal': '差一点，算空白', 'leftOut.full': '走得到，但已满', 'leftOut.uncovered': '服务空白', 'leftOut.cut': '路网不连通', 'leftOut.nodata': '无数据',
  'forms': '画法', 'form.classes': '分级色', 'form.circles': '圆点', 'form.hexagons': '六边形', 'sizeLacks': '圆越大，还缺的越多', 'sizeCounts': '圆越大，数越大', 'sizeOf': '{figure} {unit}', 'hexagonsOf': '六边形：其中达到的住宅楼占比',
  'threads': '结对：线越粗，结对越多', 'lit': '亮起的是这个数里的记录', 'litPlaces': '亮起的圆点是这个数里的记录', 'litHomes': '亮点是这个数里的住宅楼，点大处楼多',
  'worst': '最要紧的三处', 'call': '{name}，{figure}', 'ofAll': '{value} / {of}',
  'tools': '地图操作', 'tilt': '立体', 'flat': '平面', 'north': '正北朝上', 'whole': '看全范围', 'zoomIn': '放大', 'zoomOut': '缩小',
  'lasso': '圈选', 'lassoOn': '在地图上画一圈，碰到的{level}一起计算', 'lassoEnd': '结束圈选', 'lassoList': '从名单里选', 'lassoWait': '正在核对边界…', 'lassoNone': '这一圈没有碰到{level}，请再画一次。', 'lassoMany': '一次最多选 {most} 个{level}，这一圈碰到 {count} 个，请画小一些。', 'lassoFailed': '边界没有取到，请再画一次。', 'lassoTake': '按选中的 {count} 个计算', 'lassoAll': '全选', 'lassoClear': '全不选',
  'community': '社区', 'grid': '网格',
  'close': '关闭', 'storeys': '{count} 层', 'nearest': '最近：{name}，走 {metres} 米，{minutes} 分钟', 'refuses': '不接待这里的居民', 'asking': '正在查这栋楼…', 'failed': '没有取到这栋楼的情况。',
} as const
export type WallMapKey = keyof typeof zh

const en: Readonly<Record<WallMapKey, string>> = {
  'title': 'Map', 'wait': 'Drawing the map…', 'broken': 'The map did not load: this is the plain map.', 'noWebgl': 'No WebGL2: this is the plain map, choices work as usual.', 'ownGround': 'Outer base maps need WebGL2: this is our own ground.', 'lost': 'The map lost its graphics context for good. Numbers and boards work without it.', 'again': 'Draw the map again',
  'legend': 'Legend', 'fold': 'Fold the legend', 'unfold': 'Unfold the legend', 'few': 'too few people or held back', 'none': 'no data', 'between': '{above} to {to}', 'upTo': '{to} or less', 'exactly': '{to}', 'areas': '{count}', 'buildings': '{count} buildings', 'empty': 'No areas below this one to be coloured',
  'meals.covered': 'a meal within 10 minutes', 'meals.marginal': 'just beyond, 12 minutes', 'meals.full': 'in reach, but full', 'meals.uncovered': 'out of reach (left out)', 'meals.cut': 'not connected', 'meals.nodata': 'no data',
  'evening.covered': 'somewhere to go at 18:30', 'evening.marginal': 'just beyond', 'evening.full': 'in reach, but full', 'evening.uncovered': 'nowhere to go at 18:30', 'evening.cut': 'not connected', 'evening.nodata': 'no data',
  'leftOut.covered': 'a meal in reach', 'leftOut.marginal': 'just beyond, counts as left out', 'leftOut.full': 'in reach, but full', 'leftOut.uncovered': 'left out', 'leftOut.cut': 'not connected', 'leftOut.nodata': 'no data',
  'forms': 'Drawn as', 'form.classes': 'Classes', 'form.circles': 'Circles', 'form.hexagons': 'Hexagons', 'sizeLacks': 'the larger, the more are missing', 'sizeCounts': 'the larger, the more there are', 'sizeOf': '{figure} {unit}', 'hexagonsOf': 'Hexagons: share of homes that are reached',
  'threads': 'Pairings: the wider the more', 'lit': 'What is lit are the records of this number', 'litPlaces': 'Dots in a ring are the records of this number', 'litHomes': 'Dots are the homes of this number, larger where there are more',
  'worst': 'The three most urgent places', 'call': '{name}, {figure}', 'ofAll': '{value} / {of}',
  'tools': 'Map controls', 'tilt': 'Tilt', 'flat': 'Flat', 'north': 'North up', 'whole': 'Show all', 'zoomIn': 'Zoom in', 'zoomOut': 'Zoom out',
  'lasso': 'Lasso', 'lassoOn': 'Draw round an area: each {level} it touches is counted', 'lassoEnd': 'End the lasso', 'lassoList': 'Choose from a list', 'lassoWait': 'Checking boundaries…', 'lassoNone': 'No {level} was touched. Please draw again.', 'lassoMany': 'At most {most} at once; this touches {count}. Please draw a smaller one.', 'lassoFailed': 'The boundaries did not come. Please draw again.', 'lassoTake': 'Count the {count} chosen', 'lassoAll': 'All', 'lassoClear': 'None',
  'community': 'community', 'grid': 'grid',
  'close': 'Close', 'storeys': '{count} storeys', 'nearest': 'Nearest: {name}, {metres} m, {minutes} min on foot', 'refuses': 'does not admit people from here', 'asking': 'Looking up this building…', 'failed': 'This building could not be looked up.',
}

export const wallMapWords: Readonly<Record<'zh' | 'en', Readonly<Record<WallMapKey, string>>>> = { zh, en }
