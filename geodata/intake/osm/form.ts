import type { Tags } from '../feature.ts'

/** Whether a closed way with these tags encloses land rather than leading round (OSM's custom, no rule of the format). */
export function isArea(tags: Tags, closed: boolean): boolean {
  if (tags['building'] !== undefined) return true
  if (!closed || tags['area'] === 'no') return false
  if (tags['area'] === 'yes') return true
  if (tags['highway'] !== undefined || tags['barrier'] !== undefined || tags['railway'] !== undefined) return false
  if (tags['waterway'] === 'riverbank' || tags['waterway'] === 'dock') return true
  return areaKeys.some((key) => tags[key] !== undefined) && !linear.has(tags['natural'] ?? '')
}

const areaKeys = ['landuse', 'amenity', 'leisure', 'natural', 'shop', 'office', 'tourism', 'place', 'military', 'boundary', 'healthcare', 'social_facility', 'craft', 'building:part', 'historic']
const linear: ReadonlySet<string> = new Set(['tree_row', 'cliff', 'coastline', 'ridge', 'arete', 'valley'])
