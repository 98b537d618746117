import type { Area } from '../../model/area.ts'

/** admin_level=* of OpenStreetMap in China -> level; 7 and 9 are not in use there. Elsewhere the same rungs of the ladder are meant. */
export const levelByAdminLevel: Readonly<Record<string, Area['level']>> = { '4': 'city', '5': 'city', '6': 'district', '8': 'street', '10': 'community' }
