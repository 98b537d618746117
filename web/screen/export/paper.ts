/** A sheet in pixels. `pixel`: how large a pixel of a desk's map is there, whose least name is 11 high. `printed`: name of the paper in CSS and its size, for those that go to a printer. */
export type Paper = { code: 'screen4k' | 'a3' | 'a4'; width: number; height: number; pixel: number; printed: { size: string; millimetres: readonly [number, number] } | null }

/** ISO 216, landscape; 300 dots an inch. */
const dotsPerInch = 300, millimetresPerInch = 25.4, pointsPerInch = 72
/** `points` a pixel of a desk's map. */
const sheet = (code: 'a3' | 'a4', size: string, width: number, height: number, points: number): Paper => ({
  code, pixel: (points / pointsPerInch) * dotsPerInch, width: Math.round((width / millimetresPerInch) * dotsPerInch), height: Math.round((height / millimetresPerInch) * dotsPerInch), printed: { size, millimetres: [width, height] },
})

/** 16:9 at 4K, where the least name of the map is as high as the small print beside it; and paper at 300 dots an inch: A3 is 4961 x 3508. Names on A4 are 7.2 points high at least, on A3, which hangs on a wall as well, 8.3. */
export const papers: readonly Paper[] = [{ code: 'screen4k', width: 3840, height: 2160, pixel: 2.3, printed: null }, sheet('a3', 'A3 landscape', 420, 297, 0.75), sheet('a4', 'A4 landscape', 297, 210, 0.65)]
