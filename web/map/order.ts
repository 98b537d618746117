/** The visible order of the map, bottom to top, and so the priority of labels: of two that collide the later one stays. */
export const layerOrder = [
  'land', 'ground-owned', 'ground-green', 'ground-paved', 'ground-track', 'water', 'water-edge', 'ground-wall',
  'ways-foot', 'ways-steps', 'roads-minor-casing', 'roads-major-casing', 'roads-minor', 'roads-major', 'ways-crossing',
  'rail', 'rail-sleepers', 'bridges-casing', 'bridges',
  'buildings-shadow', 'buildings', 'buildings-gap', 'buildings-marginal', 'buildings-full', 'buildings-nodata', 'buildings-outline',
  'buildings-lit', 'focus-veil', 'grid-outline', 'community-halo', 'community-outline', 'street-halo', 'street-outline', 'focus-casing', 'focus-outline',
  'building-chosen-casing', 'building-chosen',
  'buildings-standing', 'roofs-gap', 'roofs-marginal', 'roofs-full', 'roofs-nodata',
  'walk-casing', 'walk', 'walk-thread', 'walk-ends',
  'building-labels', 'street-labels-minor', 'street-labels-major', 'site-labels', 'green-labels', 'water-labels', 'water-labels-near', 'estate-labels',
  'grid-labels', 'estate-area-labels', 'grid-dots', 'community-dots',
  'unit-marks', 'gates', 'facility-dots', 'facility-badges', 'asked-badges', 'chosen-badge',
  'community-labels', 'street-area-labels',
  // A flag names no place: what collides with the chosen walk makes way.
  'walk-flags',
] as const

export type LayerName = (typeof layerOrder)[number]
