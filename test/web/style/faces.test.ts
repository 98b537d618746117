// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { giveFontFaces } from '../../../web/style/faces.ts'

afterEach(() => { vi.unstubAllGlobals() })

describe("the page's font", () => {
  it('comes in slices from our own origin, each with the characters it holds', () => {
    const made: { family: string; source: string; unicodeRange: string }[] = []
    vi.stubGlobal('FontFace', function (family: string, source: string, { unicodeRange }: { unicodeRange: string }) { made.push({ family, source, unicodeRange }) })
    const given = new Set<unknown>()
    giveFontFaces({ add: (face: unknown) => given.add(face) } as unknown as FontFaceSet)
    expect(made.length).toBeGreaterThan(90)
    expect(given.size).toBe(made.length)
    expect(new Set(made.map((face) => face.family))).toEqual(new Set(['Noto Sans SC Variable']))
    expect(made.every((face) => face.unicodeRange.startsWith('U+') && face.source.includes(location.origin))).toBe(true)
  })
})
