/** A sheet in pixels. `printed`: name of the paper in CSS and its size, for those that go to a printer. */
export type Paper = { code: 'screen4k' | 'a3' | 'a4'; width: number; height: number; printed: { size: string; millimetres: readonly [number, number] } | null }

/** ISO 216, landscape; 300 dots an inch. */
const dotsPerInch = 300, millimetresPerInch = 25.4
const sheet = (code: 'a3' | 'a4', size: string, width: number, height: number): Paper => ({
  code, width: Math.round((width / millimetresPerInch) * dotsPerInch), height: Math.round((height / millimetresPerInch) * dotsPerInch), printed: { size, millimetres: [width, height] },
})

/** 16:9 at 4K, and paper at 300 dots an inch: A3 is 4961 x 3508. */
export const papers: readonly Paper[] = [{ code: 'screen4k', width: 3840, height: 2160, printed: null }, sheet('a3', 'A3 landscape', 420, 297), sheet('a4', 'A4 landscape', 297, 210)]
