/** A text made plain for reading: `plain[i]` was made from `text.slice(starts[i], starts[i + 1])`, so that a part can be quoted as it stood. */
export type Plain = { text: string; plain: string; starts: readonly number[] }

/** Full width becomes half, traditional becomes simplified, every dash one dash, mark-up and entities what they stand for. */
export function plainSigns(text: string): Plain {
  let plain = ''
  const starts: number[] = []
  const put = (signs: string, at: number): void => {
    for (let i = 0; i < signs.length; i++) starts.push(at)
    plain += signs
  }
  for (let at = 0; at < text.length;) {
    const [markup, code] = text[at] !== '<' && text[at] !== '&' ? [] : /^<\/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]{0,200})?\/?>|^&(?:#\d{1,6}|[a-zA-Z]{2,8});/.exec(text.slice(at, at + 240)) ?? []
    if (markup !== undefined) {
      put(code === undefined ? (entities[markup] ?? markup) : blocks.has(code.toLowerCase()) ? '\n' : '', at)
      at += markup.length
      continue
    }
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
    put(plainOf(sign), at)
    at += sign.length
  }
  starts.push(text.length)
  return { text, plain, starts }
}

/** What stood there, without the spaces around it and the signs before it. */
export function quoted(plain: Plain, from: number, to: number): string {
  return plain.text.slice(plain.starts[from], plain.starts[to]).replace(/<[^<>]*>/g, '').replace(/^[)）,，;；、。：:\s]+|\s+$/g, '')
}

const entities: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&ndash;': '-', '&mdash;': '-', '&amp;': '&', '&bull;': '\n', '&#8211;': '-', '&#160;': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** Tags that end a line; others are only dress. */
const blocks: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'table'])

function plainOf(sign: string): string {
  // Most signs are plain already.
  if (/[!-%'-;=?-}]/.test(sign)) return sign
  if (/[\u2010-\u2015─−~～〜﹣－]/u.test(sign)) return '-'
  if (/[\u200B-\u200D\uFEFF]/u.test(sign)) return ''
  if (sign === '\r' || sign === '\n') return '\n'
  if (/\s/u.test(sign)) return ' '
  // What is left out is not known.
  if (sign === '…') return sign
  const half = sign.normalize('NFKC')
  return [...half].map((one) => simplified.get(one) ?? one).join('')
}

/** The traditional characters that hours are written with. */
const pairs = '時时點点鐘钟開开閉闭關关閤合館馆週周禮礼節节號号終终經经營营業业務务應应為为與与間间樓楼場场設设個个過过無无須须預预約约費费進进內内後后當当國国慶庆陽阳勞劳動动連连續续順顺調调補补從从現现發发達达請请暫暂復复讓让證证憑凭車车醫医診诊療疗讀读書书圖图員员優优體体鍛锻煉炼廳厅區区樂乐園园晝昼網网籃篮東东寧宁農农曆历舊旧歲岁頤颐處处遊游維维護护養养燈灯計计們们該该將将於于對对僅仅會会則则類类訂订準准聯联廣广臺台歡欢臨临變变鬧闹課课學学寫写門门電电話话詢询問问飯饭參参觀观領领檢检臟脏衛卫燒烧沒没眾众兒儿婦妇殘残較较雜杂畢毕績绩際际齡龄'
const simplified: ReadonlyMap<string, string> = new Map([...[...pairs].keys()].filter((index) => index % 2 === 0).map((index) => [[...pairs][index] ?? '', [...pairs][index + 1] ?? '']))
