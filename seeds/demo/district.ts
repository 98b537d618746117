import type { Site } from './draft.ts'
import type { Tile } from './frame.ts'
import { constructionSite, park, square } from './greens.ts'
import { residentialUses, sitesOf } from './landuse.ts'
import { keyOf } from './knit.ts'
import { laneQuarter, shopFront } from './lanes.ts'
import { cultureBlock, governmentBlock, hospitalBlock, industryBlock, instituteBlock, marketBlock, officeBlock } from './offices.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { campusBlock, schoolBlock } from './schools.ts'
import { midRise, resettled, slabEstate, walkUp } from './slabs.ts'
import { towerEstate } from './towers.ts'

export type District = { tile: Tile; plan: Plan; sites: Site[] }

/** The ground, blocks and buildings of one district, before anybody lives there. */
export function districtOf(tile: Tile): District {
  const plan = planOf(tile)
  const sites = sitesOf(tile, plan)
  for (const site of sites) {
    if (site.ring.length === 0) continue
    fill(site)
    keepServed(site)
    if (residentialUses.includes(site.use) && !site.buildings.some((building) => building.dwellings > 0)) turnGreen(site)
  }
  return { tile, plan, sites }
}

function fill(site: Site): void {
  switch (site.use) {
    case 'compound': slabEstate(site, walkUp); return streetFront(site)
    case 'estate': slabEstate(site, site.dice.chance(0.72) ? midRise : walkUp); return streetFront(site)
    case 'resettlement': return slabEstate(site, resettled)
    case 'towers': towerEstate(site); return streetFront(site)
    case 'lanes': laneQuarter(site); return
    case 'village': return laneQuarter(site, 4, [3, 7])
    case 'office': return officeBlock(site)
    case 'school': return schoolBlock(site)
    case 'campus': return campusBlock(site)
    case 'hospital': return hospitalBlock(site)
    case 'government': return governmentBlock(site)
    case 'industry': return industryBlock(site)
    case 'institute': return instituteBlock(site)
    case 'culture': return cultureBlock(site)
    case 'market': return marketBlock(site)
    case 'park': return park(site)
    case 'square': return square(site)
    case 'construction': return constructionSite(site)
    case 'strip': return
  }
}

/** Homes keep the doorways that a way passes; one that no way reaches is not built. */
function keepServed(site: Site): void {
  const passed = new Set(site.lines.flatMap((each) => each.line.map(keyOf)))
  for (const building of site.buildings) if (building.dwellings > 0) building.entrances = building.entrances.filter((door) => passed.has(keyOf(door)))
  site.buildings = site.buildings.filter((building) => building.dwellings === 0 || building.entrances.length > 0)
}

/** A corner too small for rows becomes a garden. */
function turnGreen(site: Site): void {
  Object.assign(site, { use: 'park', name: `${site.name}游园`, buildings: [], lines: [], grounds: [], gates: [] })
  park(site)
}

function streetFront(site: Site): void {
  shopFront(site, 12.5, (kind) => (kind === 'secondary' ? 19 : null), [1, 3])
}
