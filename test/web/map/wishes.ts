import { catalogue } from '../../../seeds/catalogue.ts'
import { paletteOf } from '../../../web/map/palette.ts'
import { defaultSwitches } from '../../../web/map/seam.ts'
import type { Theme } from '../../../web/map/seam.ts'
import type { Wishes } from '../../../web/map/wishes.ts'
import { mapWords } from '../../../web/text/map.ts'

/** What a planner sees first, changed where a test says so. */
export const someWishes = (theme: Theme = 'light', changed: Partial<Wishes> = {}): Wishes => ({
  palette: paletteOf(theme), words: mapWords.zh, latitude: 31, categories: catalogue.categories, category: 'canteen', group: '60plus',
  selectedFacility: null, areaFocus: null, switches: new Set(defaultSwitches), tilted: false, dimmed: false, ...changed,
})
