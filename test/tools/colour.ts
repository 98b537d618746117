/** Colour arithmetic for tests: WCAG contrast, CIEDE2000, and dichromats by Machado, Oliveira and Fernandes 2009 (severity 1). */

export type Rgb = readonly [red: number, green: number, blue: number]

/** #rrggbb to linear light, 0..1. */
export function linear(hex: string): Rgb {
  const part = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

/** WCAG 2.2 contrast ratio, 1..21. */
export function contrast(one: string, other: string): number {
  const light = (hex: string): number => {
    const [red, green, blue] = linear(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

export const deficiencies = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const
export type Deficiency = keyof typeof deficiencies

/** Linear light as a dichromat sees it, clipped to what a screen shows. */
export function seenWith(deficiency: Deficiency, [red, green, blue]: Rgb): Rgb {
  const row = (index: 0 | 1 | 2): number => {
    const [a, b, c] = deficiencies[deficiency][index]
    return Math.min(1, Math.max(0, a * red + b * green + c * blue))
  }
  return [row(0), row(1), row(2)]
}

/** Linear sRGB to CIE L*a*b* under D65. */
export function lab([red, green, blue]: Rgb): Rgb {
  const curve = (value: number): number => (value > 216 / 24_389 ? Math.cbrt(value) : (24_389 / 27 / 116) * value + 16 / 116)
  const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
  const y = curve(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
  const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIEDE2000 colour difference of two L*a*b* colours (Sharma, Wu and Dalal 2005). */
export function difference([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const degrees = (radians: number): number => ((radians * 180) / Math.PI + 360) % 360
  const radians = (angle: number): number => (angle * Math.PI) / 180
  const meanChroma7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7
  const stretch = 1.5 - 0.5 * Math.sqrt(meanChroma7 / (meanChroma7 + 25 ** 7))
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)]
  const [h1, h2] = [c1 === 0 ? 0 : degrees(Math.atan2(b1, a1 * stretch)), c2 === 0 ? 0 : degrees(Math.atan2(b2, a2 * stretch))]
  const grey = c1 * c2 === 0
  const turn = grey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1
  const deltaL = l2 - l1
  const deltaC = c2 - c1
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))
  const [meanL, meanC] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const meanH = grey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
  const t = 1 - 0.17 * Math.cos(radians(meanH - 30)) + 0.24 * Math.cos(radians(2 * meanH)) + 0.32 * Math.cos(radians(3 * meanH + 6)) - 0.2 * Math.cos(radians(4 * meanH - 63))
  const scaleL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const scaleC = 1 + 0.045 * meanC
  const scaleH = 1 + 0.015 * meanC * t
  const rotation = -2 * Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) * Math.sin(radians(60 * Math.exp(-(((meanH - 275) / 25) ** 2))))
  return Math.sqrt((deltaL / scaleL) ** 2 + (deltaC / scaleC) ** 2 + (deltaH / scaleH) ** 2 + rotation * (deltaC / scaleC) * (deltaH / scaleH))
}

/** CIEDE2000 of two #rrggbb colours as a dichromat sees them; null: ordinary sight. */
export function distance(one: string, other: string, deficiency: Deficiency | null): number {
  const seen = (hex: string): Rgb => lab(deficiency ? seenWith(deficiency, linear(hex)) : linear(hex))
  return difference(seen(one), seen(other))
}
