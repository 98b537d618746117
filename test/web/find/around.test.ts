import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { admittances, venueStates } from '../../../geodata/model/venue.ts'
import { emptyAddress, readAddress, type FindAddress } from '../../../web/find/address.ts'
import { chosenBox, firstBox, isElsewhere } from '../../../web/find/map/boxes.ts'
import { startFeatures, venueFeatures, wayFeatures } from '../../../web/find/map/features.ts'
import { heightOf, settled, stepBeside, steps } from '../../../web/find/map/sheet.ts'
import { learnVenueSigns } from '../../../web/find/map/signs.ts'
import { finderStyle } from '../../../web/find/map/style.ts'
import { markOf, marks, type MapVenue } from '../../../web/find/map/venue.ts'
import { doorLink, embedCode, isLocal, linkTo, sheetLink } from '../../../web/find/share/links.ts'
import { qrOf, qrPath } from '../../../web/find/share/qr.ts'
import { mostOfAKind, mostPlaces, placesForDoor } from '../../../web/find/sheet/choice.ts'
import { drawImage } from '../../../web/map/images.ts'
import { findMapWords } from '../../../web/text/findMap.ts'
import { findShareWords } from '../../../web/text/findShare.ts'
import { someWishes } from '../map/wishes.ts'
import { row } from './answers.ts'

/** What surrounds the list: the map, the link and the paper, and what is kept for times without a connection. */

const place = (id: string, other: Partial<MapVenue> = {}): MapVenue => ({ id, name: `食堂${id}`, category: 'canteen', position: [112.59, 30.4], state: 'open', admits: 'yes', ...other })
const versions = { base: '7', buildings: '7', places: '7', outlines: '8' }

describe('places on the map', () => {
  test('every state has a mark of a shape of its own; open and closing are never drawn alike', () => {
    expect(Object.keys(markOf).toSorted()).toEqual([...venueStates].toSorted())
    expect(new Set(Object.values(markOf))).toEqual(new Set(marks))
    expect([markOf.open, markOf['closes-soon'], markOf.suspended, markOf.unknown]).toEqual(['open', 'soon', 'closed', 'unknown'])
  })

  test('the chosen one stands apart from the others, so that no cluster swallows it', () => {
    const { others, chosen } = venueFeatures([place('1'), place('2', { state: 'closes-soon', admits: 'no' })], '2')
    expect(others.features.map(({ properties }) => properties['id'])).toEqual(['1'])
    expect(chosen.features.map(({ properties }) => [properties['id'], properties['mark'], properties['admits']])).toEqual([['2', 'soon', 'no']])
  })

  test('a start and a spot that may become one are told apart; a way without a line is not drawn', () => {
    expect(startFeatures([112, 30], [112.1, 30]).features.map(({ properties }) => properties['part'])).toEqual(['start', 'spot'])
    expect(startFeatures(null, null).features).toEqual([])
    expect(wayFeatures(null).features).toEqual([])
    expect(wayFeatures({ line: [[112, 30]], minutes: 5 }).features).toEqual([])
    expect(wayFeatures({ line: [[112, 30], [112.01, 30]], minutes: 6 }, [112, 30.001]).features.flatMap(({ properties, geometry }) => (properties['part'] === 'thread' ? [geometry] : []))).toEqual([{ type: 'LineString', coordinates: [[112, 30.001], [112, 30]] }])
    expect(wayFeatures(null, [112, 30]).features).toEqual([])
    expect(wayFeatures({ line: [[112, 30], [112.01, 30]], minutes: 6 }, [112, 30]).features.map(({ properties }) => properties['part'])).toEqual(['walk', 'start', 'end', 'flag', 'flag', 'flag', 'flag', 'flag'])
  })

  const shown = { ...venueFeatures([place('1'), place('2')], '2'), start: startFeatures([112, 30], null), way: wayFeatures(null) }
  for (const theme of ['light', 'dark'] as const) {
    for (const outlines of [true, false]) {
      test(`the style passes the specification in the ${theme} theme ${outlines ? 'with' : 'without'} outlines of buildings`, () => {
        const style = finderStyle(someWishes(theme), { origin: 'http://127.0.0.1:8787', versions, box: [112, 30, 113, 31], outlines }, shown, '1')
        expect(validateStyleMin(style as unknown as StyleSpecification).map(({ message }) => message)).toEqual([])
        const named = style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : []))
        expect(named.filter((source) => !(source in style.sources))).toEqual([])
        expect(named.includes('outlines')).toBe(outlines)
        // Nothing a page of the public may not load, and no fonts.
        expect(JSON.stringify(style.sources)).not.toMatch(/tiles\/(buildings|places)/)
        expect([style['font-faces'], style.glyphs]).toEqual([undefined, undefined])
      })
    }
  }

  test('places lie over labels, the chosen one over all', () => {
    const ids = finderStyle(someWishes(), { origin: '', versions, box: null, outlines: true }, shown, null).layers.map(({ id }) => id)
    expect(ids.indexOf('outlines')).toBeGreaterThan(ids.indexOf('roads-major'))
    expect(ids.indexOf('outlines')).toBeLessThan(ids.indexOf('walk'))
    expect(ids.indexOf('venues')).toBeGreaterThan(ids.indexOf('estate-labels'))
    expect(ids.indexOf('venue-chosen')).toBeGreaterThan(ids.indexOf('venues'))
  })

  describe('pictures', () => {
    beforeAll(() => {
      const context = new Proxy({}, { get: (_, property) => (property === 'getImageData' ? (_x: number, _y: number, width: number, height: number) => ({ width, height, data: new Uint8ClampedArray(4) }) : () => {}), set: () => true })
      vi.stubGlobal('Path2D', function Path2D() {})
      vi.stubGlobal('document', { createElement: () => ({ width: 0, height: 0, getContext: () => context }) })
      learnVenueSigns()
    })
    afterAll(() => vi.unstubAllGlobals())

    test('of every category in every state, of clusters and of the start are drawn in both themes', () => {
      for (const theme of ['light', 'dark']) {
        const asked = [...catalogue.categories.flatMap(({ colour, glyph }) => marks.flatMap((mark) => admittances.map((admits) => `venue:${theme}:${colour}:${glyph}:${mark}:${admits}`))), `cluster:${theme}:12:0:0:0`, `cluster:${theme}:4:4:4:1`, `cluster:${theme}::::`, `start:${theme}:start`, `start:${theme}:spot`]
        expect(asked.filter((name) => drawImage(name, 2) === null)).toEqual([])
      }
    })
  })
})

describe('where the map looks', () => {
  const far = place('far', { position: [112.7, 30.5] })
  test('at first at the start with what is near it, not at what nobody walks to', () => {
    const box = firstBox([112.59, 30.4], [place('1', { position: [112.595, 30.401] }), far], null, null)
    expect(box?.[2]).toBeLessThan(112.6)
    expect(firstBox([112.59, 30.4], [far], 'far', null)?.[2]).toBe(112.7)
    expect(firstBox(null, [], null, [1, 2, 3, 4])).toEqual([1, 2, 3, 4])
    expect(firstBox(null, [], null, null)).toBeNull()
  })
  test('at a chosen place with the whole way there, and never closer than its streets', () => {
    const box = chosenBox([112.59, 30.4], place('1'), { line: [[112.58, 30.39], [112.61, 30.42]], minutes: 9 })
    expect(box).toEqual([112.58, 30.39, 112.61, 30.42])
    const alone = chosenBox(null, place('1'), null)
    expect((alone[3] - alone[1]) * 111_000).toBeGreaterThan(290)
  })
  test('elsewhere is where the middle has left what was shown', () => {
    expect(isElsewhere([0, 0, 10, 10], [9, 5])).toBe(false)
    expect(isElsewhere([0, 0, 10, 10], [10.1, 5])).toBe(true)
    expect(isElsewhere([0, 0, 10, 10], [5, -0.1])).toBe(true)
  })
})

describe('the sheet over the map', () => {
  test('is low, half or nearly whole, never less than a line', () => {
    expect(steps.map((step) => heightOf(step, 800, 120))).toEqual([120, 384, 720])
    expect(heightOf('half', 100, 120)).toBe(120)
  })
  test('a drag ends at the nearest height, a flick at the next one', () => {
    expect(settled(300, 0, 'low', 800, 120)).toBe('half')
    expect(settled(200, 0, 'half', 800, 120)).toBe('low')
    expect(settled(150, 0.9, 'low', 800, 120)).toBe('half')
    expect(settled(700, -0.9, 'full', 800, 120)).toBe('half')
    expect([stepBeside('low', -1), stepBeside('full', 1)]).toEqual(['low', 'full'])
  })
})

describe('a link that is passed on', () => {
  const address: FindAddress = { ...emptyAddress, from: 'd1-building-7', wish: 'eat', filters: ['open', 'stepFree'], age: 72, audience: 'retired' }
  const opened = (link: string): FindAddress => readAddress(new URL(link).pathname, new URL(link).search)
  const at = Date.parse('2026-02-14T11:00:00+08:00')

  test('brings start, filters, who asks and the time along', () => {
    expect(opened(linkTo('https://linli.example', address, { start: true, who: true, at }))).toEqual({ ...address, at: '2026-02-14T11:00:00+08:00' })
  })
  test('leaves out what the sender keeps for himself', () => {
    expect(opened(linkTo('https://linli.example', { ...address, resident: '990101' }, { start: false, who: false, at: null }))).toEqual({ ...emptyAddress, wish: 'eat', filters: ['open', 'stepFree'] })
  })
  test('of a card leads to that card', () => {
    expect(linkTo('https://linli.example', { ...address, venue: '食堂 1' }, { start: true, who: false, at: null })).toBe('https://linli.example/venue/%E9%A3%9F%E5%A0%82%201?from=d1-building-7&wish=eat&filters=open,stepFree')
  })
  test('a sheet is offered for a building only, and its code carries nothing but the building', () => {
    expect(sheetLink(address)).toBe('/find/sheet?from=d1-building-7&wish=eat')
    expect(sheetLink({ ...emptyAddress, near: [112, 30] })).toBeNull()
    expect(doorLink('https://linli.example', 'a/b 7')).toBe('https://linli.example/?from=a%2Fb%207')
  })
  test('the code for other sites holds what cannot break out of its attributes', () => {
    expect(embedCode('https://linli.example', { area: '990101001', wish: 'eat', title: 'a "b"' })).toBe('<iframe src="https://linli.example/embed?area=990101001&amp;wish=eat" title="a &quot;b&quot;" width="100%" height="480" style="border:0" loading="lazy"></iframe>')
    expect(embedCode('https://linli.example', { area: null, wish: 'all', title: '' })).toContain('src="https://linli.example/embed"')
  })
  test('an address of this machine or network is known as such', () => {
    expect(['http://localhost:8787', 'http://127.0.0.1:8787', 'https://192.168.1.5', 'http://10.0.0.1', 'http://172.20.0.1', 'http://[::1]:80'].filter((origin) => !isLocal(origin))).toEqual([])
    expect(['https://linli.example', 'http://172.32.0.1', 'https://10million.example', 'https://localhostess.example'].filter(isLocal)).toEqual([])
  })
})

describe('the QR code', () => {
  const rows = qrOf('https://linli.example/?from=d1-building-168-1') ?? []
  test('is a square with the three corners by which readers find it', () => {
    expect(rows.every((line) => line.length === rows.length)).toBe(true)
    expect((rows.length - 17) % 4).toBe(0)
    const corner = (x: number, y: number): string => Array.from({ length: 7 }, (_line, dy) => rows[y + dy].slice(x, x + 7).map((dark) => (dark ? '#' : '.')).join('')).join('/')
    const finder = '#######/#.....#/#.###.#/#.###.#/#.###.#/#.....#/#######'
    expect([corner(0, 0), corner(rows.length - 7, 0), corner(0, rows.length - 7)]).toEqual([finder, finder, finder])
  })
  test('its picture is dark exactly where the code is', () => {
    const dark = new Set([...qrPath(rows).matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, width]) => Array.from({ length: Number(width) }, (_module, at) => `${Number(x) + at} ${y}`)))
    expect(rows.flatMap((line, y) => line.flatMap((module, x) => (module === dark.has(`${x} ${y}`) ? [] : [`${x} ${y}`])))).toEqual([])
  })
  test('is not made of more than a telephone can read', () => expect(qrOf('x'.repeat(901))).toBeNull())
})

describe('the places on a stairwell’s page', () => {
  test('are for older people: what is needed daily before what is merely near, no kindergarten unless it was asked for', () => {
    const near = (category: string, walkMinutes: number) => row(`${category} ${walkMinutes}`, { category, walkMinutes })
    const rows = [near('kindergarten', 1), near('garden', 2), ...Array.from({ length: 30 }, (_none, at) => near(`kind ${Math.floor(at / 3)}`, 3 + at)), near('school', 33)]
    const daily = [near('canteen', 12), near('clinic', 14), near('pharmacy', 20), near('station', 25)]
    const ids = placesForDoor([...rows, ...daily, near('hospital', 50)].toSorted((one, other) => (one.walkMinutes ?? 0) - (other.walkMinutes ?? 0))).map(({ id }) => id)
    expect(ids.filter((id) => /^(kindergarten|school|hospital)/.test(id))).toEqual([])
    expect(ids).toEqual(expect.arrayContaining(['garden 2', ...daily.map(({ id }) => id)]))
    const minutes = ids.map((id) => Number(id.split(' ').pop()))
    expect(minutes).toEqual(minutes.toSorted((one, other) => one - other))
    // Where the paper has room for four, these are the needed ones, not the nearest.
    expect(placesForDoor([...rows, ...daily], false, 4).map(({ id }) => id)).toEqual(daily.map(({ id }) => id))
    expect(placesForDoor([near('kindergarten', 1)], true)).toHaveLength(1)
  })
  test('are the nearest, of each kind two, none that is out of reach or lets nobody in', () => {
    const rows = [row('g1', { category: 'garden', walkMinutes: 1 }), row('g2', { category: 'garden', walkMinutes: 2 }), row('g3', { category: 'garden', walkMinutes: 3 }), row('no', { admits: 'no', walkMinutes: 4 }), row('c', { walkMinutes: 5 }), row('off', { category: 'clinic', walkMinutes: null })]
    expect(placesForDoor(rows).map(({ id }) => id)).toEqual(['g1', 'g2', 'c'])
    const many = Array.from({ length: 40 }, (_none, at) => row(String(at), { category: `kind ${Math.floor(at / 3)}`, walkMinutes: at + 1 }))
    expect(placesForDoor(many)).toHaveLength(mostPlaces)
    expect(mostOfAKind).toBe(2)
  })
})

test('both languages have every sentence, with the same values', () => {
  for (const words of [findMapWords, findShareWords] as Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>[]) {
    expect(Object.keys(words.en).toSorted()).toEqual(Object.keys(words.zh).toSorted())
    const values = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()
    for (const [key, text] of Object.entries(words.zh)) expect([key, ...values(words.en[key] ?? '')]).toEqual([key, ...values(text)])
  }
})
