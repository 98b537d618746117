/** Words of what leaves the page: the link, the sheet for the stairwell, the view for other sites, and what works without a connection. */
const zh = {
  'share.hint': '打开链接，看到的和您现在一样。', 'share.hintCard': '打开链接，就是“{name}”这张卡片。', 'share.start': '带上起点：{start}', 'share.startWhy': '收到的人会知道您从哪儿出发。', 'share.who': '带上年纪和身份', 'share.at': '固定在这个时间：{when}', 'share.atNot': '不固定时间的话，打开时按当时的情况显示。',
  'share.link': '链接', 'share.copy': '复制链接', 'share.copied': '已复制，去发给家人吧。', 'share.copyFailed': '没能自动复制：请长按上面的链接复制。', 'share.send': '发给别人', 'share.qr': '二维码：用手机扫一扫打开', 'share.qrLong': '内容太长，做不成二维码。请用链接。',
  'share.sheet': '打印楼道张贴页', 'share.sheetWhy': '一张 A4：离这栋楼最近的地方、时间和电话，带这栋楼的二维码。', 'share.embed': '放进街道网站', 'share.embedWhy': '把这段代码贴进网页，就能显示这里的列表。要在服务器上用 LINLI_EMBED 写明允许哪些网站。', 'share.embedCopy': '复制代码', 'share.local': '这个地址只在本机或本网络打得开。要发给外面的人，请让管理员设置 PUBLIC_URL。', 'share.title': '附近去处',

  'paper.title': '家门口能去的地方', 'paper.from': '从{start}出发，走过去要几分钟', 'paper.rule': '最近的 {count} 处，同类最多 {most} 处。分钟数按老年人慢走算。', 'paper.minutes': '分钟', 'paper.unknown': '时间未知，请先打电话', 'paper.unknownHours': '时间未知', 'paper.suspended': '暂停开放{until}', 'paper.until': '，至{day}', 'paper.steps': '有台阶', 'paper.stepFree': '没台阶', 'paper.qr': '扫一扫，看现在哪里开着', 'paper.date': '数据截至 {day}', 'paper.printed': '{day} 打印', 'paper.holiday': '节假日时间会变，请以手机上的为准。', 'paper.demo': '示意数据', 'paper.source': '邻里一张图', 'paper.print': '打印', 'paper.back': '返回', 'paper.wait': '正在排版…', 'paper.failed': '没连上服务器，还会自己再试。', 'paper.none': '从这里走得到的地方一处也没有登记。', 'paper.noStart': '请先说明是哪栋楼：在“找地方”里选好起点，再从“分享”打开这一页。', 'paper.cut': '因为纸张只有一页，少列了 {count} 处。',

  'embed.title': '附近去处', 'embed.of': '{count} 处，按现在的情况', 'embed.open': '在“找地方”里打开', 'embed.none': '没有登记这样的地方。', 'embed.demo': '示意数据', 'embed.failed': '没连上服务器，还会自己再试。', 'embed.wait': '正在找…',

  'offline.kept': '离线，数据截至 {when}', 'offline.more': '开门状态仍按现在的时间算；路线、价格等是那时的。', 'offline.plain': '这个网址没有加密（http）：不能离线使用，也不能用手机定位。其余照常。', 'offline.without': '这个浏览器不能离线使用；在手机自带的浏览器里打开就可以。', 'offline.lost': '没有网络了。已经打开的内容还能看。',
} as const
export type FindShareKey = keyof typeof zh

const en: Readonly<Record<FindShareKey, string>> = {
  'share.hint': 'Whoever opens the link sees what you see now.', 'share.hintCard': 'The link opens the card of “{name}”.', 'share.start': 'With the start: {start}', 'share.startWhy': 'Whoever gets it will know where you start from.', 'share.who': 'With age and audience', 'share.at': 'Fixed at this time: {when}', 'share.atNot': 'Otherwise it shows things as they stand when it is opened.',
  'share.link': 'Link', 'share.copy': 'Copy the link', 'share.copied': 'Copied.', 'share.copyFailed': 'It could not be copied: please mark the link above and copy it.', 'share.send': 'Send', 'share.qr': 'QR code: scan it to open', 'share.qrLong': 'Too long for a QR code. Please use the link.',
  'share.sheet': 'Print a sheet for the stairwell', 'share.sheetWhy': 'One A4 page: the places next to this building, hours, telephones, and a QR code of the building.', 'share.embed': 'Put it into a web site', 'share.embedWhy': 'Paste this into a page to show the list there. The server must name the site in LINLI_EMBED.', 'share.embedCopy': 'Copy the code', 'share.local': 'This address works on this machine or network only. For others an administrator has to set PUBLIC_URL.', 'share.title': 'Places nearby',

  'paper.title': 'Places near your door', 'paper.from': 'On foot from {start}', 'paper.rule': 'The nearest {count}, at most {most} of a kind. Minutes of an older person walking slowly.', 'paper.minutes': 'min', 'paper.unknown': 'Hours unknown, please call first', 'paper.unknownHours': 'Hours unknown', 'paper.suspended': 'Shut for now{until}', 'paper.until': ', until {day}', 'paper.steps': 'steps', 'paper.stepFree': 'step-free', 'paper.qr': 'Scan: what is open now', 'paper.date': 'Data as of {day}', 'paper.printed': 'Printed {day}', 'paper.holiday': 'Hours change on holidays; the telephone knows best.', 'paper.demo': 'Synthetic data', 'paper.source': 'Linli', 'paper.print': 'Print', 'paper.back': 'Back', 'paper.wait': 'Laying out…', 'paper.failed': 'The server was not reached; it will be tried again.', 'paper.none': 'No place within reach is registered.', 'paper.noStart': 'Please choose a building first: set the start in the finder, then open this page from “Share”.', 'paper.cut': '{count} fewer are listed, since there is one page only.',

  'embed.title': 'Places nearby', 'embed.of': '{count}, as they stand now', 'embed.open': 'Open in the finder', 'embed.none': 'No such place is registered.', 'embed.demo': 'Synthetic data', 'embed.failed': 'The server was not reached; it will be tried again.', 'embed.wait': 'Looking…',

  'offline.kept': 'Offline, data as of {when}', 'offline.more': 'Whether places are open goes by the clock now; ways and prices are as they were then.', 'offline.plain': 'This address is not encrypted (http): it does not work offline and cannot use your position. All else works.', 'offline.without': 'This browser cannot keep pages for use offline; your telephone’s own browser can.', 'offline.lost': 'There is no connection. What is open can still be read.',
}

export const findShareWords: Readonly<Record<'zh' | 'en', Readonly<Record<FindShareKey, string>>>> = { zh, en }
