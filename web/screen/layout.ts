/** How a wall is laid out, by the shape of the screen it stands on. */
export const wallLayouts = ['phone', 'totem', 'square', 'wide', 'ultra', 'vast'] as const
export type WallLayout = (typeof wallLayouts)[number]

/** `text`, `hit`, `answer`: pixels of the page. Counts are what stands there at once; the rest is paged. */
export type WallPlan = { layout: WallLayout; text: number; hit: number; answer: number; numbers: number; boards: number; columns: number; children: boolean }

/** Nothing on a wall is smaller than this part of its height: legible from three to five metres (DOMAIN 10). */
const smallestPart = 50
/** What is touched is at least this part of the shorter side: of an upright screen the width, since one stands before it within reach. */
const touchedPart = 24
/** No text below on any screen, and nothing to touch below, pixels (LOOK.md; WCAG 2.2, 2.5.5). */
const leastText = 14
const leastHit = 44
/** Narrower or lower than this one thing is shown after the other, pixels. */
const phoneWidth = 600
const phoneHeight = 520

/** Ratios of width to height from which a layout holds: upright; 4:3 up to 7:5; 16:10 and 16:9; two screens beside each other; three and more. */
const from: readonly (readonly [ratio: number, layout: WallLayout])[] = [[4.6, 'vast'], [2.45, 'ultra'], [1.45, 'wide'], [0.85, 'square'], [0, 'totem']]

/** What stands at once, by layout: an answer's part of the height, numbers, boards and their columns, and whether the next level has a column of its own. */
const shown: Readonly<Record<WallLayout, { answerPart: number; numbers: number; boards: number; columns: number; children: boolean }>> = {
  phone: { answerPart: 24, numbers: 8, boards: 12, columns: 1, children: true },
  totem: { answerPart: 28, numbers: 1, boards: 1, columns: 1, children: false },
  square: { answerPart: 20, numbers: 4, boards: 2, columns: 1, children: false },
  wide: { answerPart: 14, numbers: 4, boards: 2, columns: 1, children: false },
  ultra: { answerPart: 14, numbers: 8, boards: 4, columns: 2, children: true },
  vast: { answerPart: 14, numbers: 8, boards: 6, columns: 3, children: true },
}

export const layoutOf = (width: number, height: number): WallLayout => {
  if (width < phoneWidth || height < phoneHeight) return 'phone'
  return from.find(([ratio]) => width / height >= ratio)?.[1] ?? 'totem'
}

export const planOf = (width: number, height: number): WallPlan => {
  const layout = layoutOf(width, height)
  const { answerPart, ...rest } = shown[layout]
  // A phone scrolls: its height says nothing about what can be read.
  if (layout === 'phone') return { layout, text: leastText, hit: leastHit, answer: 32, ...rest }
  return { layout, text: Math.max(leastText, Math.ceil(height / smallestPart)), hit: Math.max(leastHit, Math.ceil(Math.min(width, height) / touchedPart)), answer: Math.round(height / answerPart), ...rest }
}

/** The pages of what does not stand there all at once, in their order. `roomOf`: how many places one takes; the largest stands alone. */
export const pagesOf = <T>(rows: readonly T[], atOnce: number, roomOf: (row: T) => number = () => 1): T[][] => {
  const pages: T[][] = []
  let left = 0
  for (const row of rows) {
    const room = roomOf(row), page = pages.at(-1)
    if (page && room <= left) page.push(row)
    else pages.push([row])
    left = (page && room <= left ? left : Math.max(1, atOnce)) - room
  }
  return pages
}
