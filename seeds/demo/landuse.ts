import type { Dice } from './dice.ts'
import { diceOf } from './dice.ts'
import type { Site, SiteUse } from './draft.ts'
import { wallMetres } from './estate.ts'
import { cutFaces } from './faces.ts'
import type { Face } from './faces.ts'
import type { Tile } from './frame.ts'
import { shuffled } from './names.ts'
import { placeNames } from './placenames.ts'
import type { Plan } from './plan.ts'
import { signedArea } from './plane.ts'
import type { Point } from './plane.ts'
import { centreOf, distance, distanceToRing, insetRing } from './shapes.ts'
import { extent, longAngle } from './subdivide.ts'

export const residentialUses: readonly SiteUse[] = ['lanes', 'compound', 'estate', 'towers', 'resettlement', 'village']

/** Steepest turn of rows against the city's axes (degrees), so that they face within 15 degrees of south: the axes themselves stand at 5. */
const rowTurn = { least: -19, most: 9 }

/** Decides what every block is for and cuts superblocks into walled pieces; the strips along river and railway come last. */
export function sitesOf(tile: Tile, plan: Plan): Site[] {
  const dice = diceOf(tile.seed, `land use ${tile.column} ${tile.row}`)
  const uses = new Map<Face, SiteUse | 'riverside'>()
  const area = (face: Face): number => signedArea(face.ring) / 10000
  const from = (face: Face, x: number, y: number): number => distance(centreOf(face.ring), [plan.centre[0] + x, plan.centre[1] + y])
  const free = (zone: string): Face[] => plan.blocks.filter((face) => face.zone === zone && !uses.has(face))
  const give = (use: SiteUse | 'riverside', face: Face | undefined): void => {
    if (face !== undefined) uses.set(face, use)
  }
  const nearest = (zone: string, x: number, y: number, least = 0, most = Infinity): Face | undefined => free(zone).filter((face) => area(face) >= least && area(face) <= most).sort((a, b) => from(a, x, y) - from(b, x, y))[0]

  for (const face of plan.blocks) if (face.zone === 'strip') uses.set(face, 'strip')
  give('government', nearest('centre', -190, 960))
  give('square', nearest('centre', 60, 150, 0, 7.2))
  give('culture', nearest('centre', -200, 170))
  give('park', nearest('centre', -560, 330))
  give('hospital', nearest('centre', 560, 380))
  for (const [x, y] of [[150, 520], [-170, 520], [170, 800], [260, 640], [-330, 660], [330, 520], [420, 800], [-400, 480]]) give('office', nearest('centre', x, y))
  for (const [x, y] of [[170, 1330], [-160, 1330], [170, 1620], [-190, 1620], [1000, 760], [-60, -1130], [-1080, 830]]) give('office', nearest('outer', x, y, 4, 12))
  give('market', nearest('old', 60, -420))
  give('school', nearest('old', -250, -650, 2.8))
  give('park', nearest('old', 420, -260))
  give('campus', nearest('outer', -1500, 1280, 8.5))
  give('park', nearest('outer', -1050, 640, 7))
  give('institute', nearest('outer', -1180, -520, 5.5, 9.5))
  give('park', nearest('outer', 1010, -900, 6))
  give('hospital', nearest('outer', 900, -1420, 5))
  give('riverside', nearest('outer', 1310, 400, 5))
  give('estate', nearest('outer', 1230, -30, 5))
  for (const [x, y] of [[-1620, 760], [420, 1420], [1050, 620], [-1500, -960], [380, -1380], [1180, -640], [-600, -1450], [-1180, 420], [620, -1180], [-1750, -150], [-760, 1480]]) give('school', nearest('outer', x, y, 5, 9.5))
  give('village', nearest('outer', 1250, -1480, 4))
  const resettled = nearest('outer', 1290, 1330, 7, 13)
  give('resettlement', resettled)
  if (resettled !== undefined) give('resettlement', free('outer').filter((face) => area(face) > 5).sort((a, b) => commonMetres(b, resettled) - commonMetres(a, resettled))[0])
  give('construction', nearest('outer', -1680, 240, 5))
  give('construction', nearest('outer', -1720, -1500, 5))
  give('government', nearest('outer', -480, 1260, 4, 9))
  give('market', nearest('outer', -1350, -1220, 4, 9))
  give('industry', nearest('outer', -1620, -320, 5))
  give('government', nearest('outer', -760, -1130, 4, 8))
  give('office', nearest('outer', -330, -1180, 4, 8.5))
  for (const [x, y] of [[1750, -700], [1750, -300], [1760, -1050], [1750, -1350], [1760, -1600], [1780, 350], [1750, 1100]]) give('industry', nearest('east', x, y))
  give('park', nearest('east', 1700, 700))
  give('construction', nearest('east', 1750, 1600))

  for (const face of shuffled(free('old'), dice.share)) {
    const share = area(face) < 3.4 && from(face, -60, -420) < 620 ? 0.62 : 0.12
    uses.set(face, dice.chance(share) ? 'lanes' : 'compound')
  }
  for (const face of free('centre')) uses.set(face, dice.chance(0.45) ? 'towers' : dice.chance(0.5) ? 'estate' : 'compound')
  for (const face of [...free('outer'), ...free('east')]) {
    const [x, y] = centreOf(face.ring)
    const southWest = y < plan.centre[1] + 150 && x < plan.centre[0] + 300
    const riverside = face.edges.some((edge) => edge.kind === 'bank')
    const roll = dice.share()
    uses.set(face, face.zone === 'east' ? (roll < 0.42 ? 'industry' : roll < 0.75 ? 'compound' : 'towers') : riverside && roll < 0.6 ? 'towers' : southWest ? (roll < 0.66 ? 'compound' : roll < 0.88 ? 'estate' : 'towers') : roll < 0.2 ? 'compound' : roll < 0.72 ? 'estate' : 'towers')
  }

  const names = placeNames(tile)
  return plan.blocks.flatMap((block, index) => {
    const use = uses.get(block) ?? 'estate'
    const own = diceOf(tile.seed, `site ${tile.column} ${tile.row} ${index}`)
    const pieces = use === 'riverside' ? [{ face: block, use: 'compound' as const }] : parcels(block, use, own)
    return pieces.map((piece) => siteOn(piece.face, piece.use, own, names))
  })
}

/** Metres of a face's ring that lie on another's. */
function commonMetres(face: Face, other: Face): number {
  return face.ring.reduce((sum, a, index) => {
    const b = face.ring[(index + 1) % face.ring.length]
    return sum + (distanceToRing([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], other.ring) < 0.5 ? distance(a, b) : 0)
  }, 0)
}

/** Superblocks hold several walled pieces: estates of 3 to 6 ha, a school or a small park among them. */
function parcels(block: Face, use: SiteUse, dice: Dice): { face: Face; use: SiteUse }[] {
  const hectares = signedArea(block.ring) / 10000
  const whole = [{ face: block, use }]
  if (use === 'school' && hectares > 5) {
    const [school, rest] = parted(block, dice.between(0.5, 0.56), dice)
    return rest === undefined ? whole : [{ face: school, use }, { face: rest, use: dice.chance(0.6) ? 'estate' : 'compound' }]
  }
  if (!residentialUses.includes(use) || use === 'lanes' || use === 'resettlement' || use === 'village' || hectares < (use === 'towers' ? 9 : 6.2)) return whole
  const [first, second] = parted(block, dice.between(0.42, 0.58), dice)
  if (second === undefined) return whole
  const other: SiteUse = dice.chance(0.14) ? 'park' : use === 'towers' || dice.chance(0.7) ? use : dice.pick(['compound', 'estate', 'towers'])
  return [{ face: first, use }, { face: second, use: other }]
}

function parted(block: Face, share: number, dice: Dice): Face[] {
  const angle = longAngle(block)
  const spread = extent(block.ring, angle)
  const across = spread.length >= spread.depth
  const shift = dice.between(-0.03, 0.03)
  const line: Point[] = across ? [spread.at(share, -0.1), spread.at(share + shift, 1.1)] : [spread.at(-0.1, share), spread.at(1.1, share + shift)]
  const { faces } = cutFaces([block], line, { kind: 'wall', widthMetres: 0, name: `wall ${share.toFixed(4)}` })
  return faces.length === 2 && faces.every((face) => face.edges.some((edge) => edge.kind !== 'wall')) ? faces : [block]
}

function siteOn(face: Face, use: SiteUse, dice: Dice, names: ReturnType<typeof placeNames>): Site {
  const shops = use === 'compound' || use === 'estate' || use === 'towers' ? 15 : 0
  const ring = insetRing(face.ring, face.edges.map((edge) => wallMetres(edge) + (edge.kind === 'secondary' ? shops : 0)))
  const own = (longAngle(face) * 180) / Math.PI
  const homes = residentialUses.includes(use) || use === 'campus' || use === 'government'
  const turn = homes ? Math.max(rowTurn.least, Math.min(rowTurn.most, Math.abs(own) > 32 ? 0 : own)) : own
  const built = { lanes: 1955, compound: dice.whole(1981, 1998), estate: dice.whole(1999, 2011), towers: dice.whole(2011, 2022), resettlement: 2006, village: 1995 }[use as 'lanes'] ?? 2000
  return { face, use, ring: ring.length < 3 ? [] : ring, angle: (turn * Math.PI) / 180, built, name: names(use, built), dice, buildings: [], lines: [], grounds: [], gates: [] }
}
