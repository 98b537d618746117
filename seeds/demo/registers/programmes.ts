import type { CityRecord } from '../../../geodata/model/city.ts'
import type { FieldsOf } from '../../../geodata/model/sheets/all.ts'
import { slots } from '../../catalogue/slots.ts'
import type { Garden } from './garden.ts'
import { row } from './row.ts'
import { isResettled, ownSite } from './slots.ts'

type Programme = FieldsOf<'programme'>

/** 2,046 platforms of 2016 to 2018 in all (document 004): new ones and enlarged ones by year, those of this district among them. */
const platforms = [{ year: 2016, built: 260, enlarged: 402 }, { year: 2017, built: 318, enlarged: 466 }, { year: 2018, built: 241, enlarged: 359 }] as const

/** 300,000 built, 700,000 under way, 375,000 planned square metres of resettlement estates; 440 million yuan (document 003). */
const estates: readonly { name: string; status: Programme['status']; squareMetres: number; yuan: number | null; year: number }[] = [
  { name: '东榆新村', status: 'done', squareMetres: 175_000, yuan: 256_000_000, year: 2012 }, { name: '雁栖新居', status: 'done', squareMetres: 65_000, yuan: 96_000_000, year: 2014 }, { name: '嵩溪新居', status: 'done', squareMetres: 60_000, yuan: 88_000_000, year: 2015 },
  { name: '东榆新村二期', status: 'building', squareMetres: 400_000, yuan: null, year: 2025 }, { name: '澄湾新居', status: 'building', squareMetres: 300_000, yuan: null, year: 2025 }, { name: '望澜安置房', status: 'planned', squareMetres: 375_000, yuan: null, year: 2027 },
]

export function* programmeEntries(garden: Garden): Generator<CityRecord> {
  const here = new Map<number, number>()
  const station = slots.find(({ code }) => code === 'station')
  for (const [index, community] of garden.communities.entries()) {
    const { year } = platforms[index % platforms.length]
    here.set(year, (here.get(year) ?? 0) + 1)
    const site = station ? ownSite(garden, community, station) : null
    yield platform(`platform-${community.code}`, { year, count: 1, squareMetres: site?.capacity.squareMetres ?? null, renovated: false }, { name: `${community.name}综合服务平台`, area: community.code, position: site?.position ?? community.centre })
  }
  for (const { year, built, enlarged } of platforms) {
    yield platform(`platform-${year}-new`, { year, count: built - (here.get(year) ?? 0), squareMetres: null, renovated: false }, { name: `${year} 年新建（其余区县）`, area: garden.city, position: null })
    yield platform(`platform-${year}-enlarged`, { year, count: enlarged, squareMetres: null, renovated: true }, { name: `${year} 年改扩建（其余区县）`, area: garden.city, position: null })
  }
  const resettled = garden.communities.find(isResettled)
  for (const [index, { name, ...fields }] of estates.entries()) {
    const where = name.startsWith('东榆') ? resettled : garden.communities[(index * 5) % garden.communities.length]
    yield row('programme', `estate-programme-${index + 1}`, { ...fields, kind: 'estate', count: null, renovated: null }, { name, area: where?.code ?? garden.district, position: where?.centre ?? null })
  }
}

const platform = (id: string, fields: Pick<Programme, 'year' | 'count' | 'squareMetres' | 'renovated'>, more: { name: string; area: string; position: Garden['communities'][number]['centre'] }): CityRecord =>
  row('programme', id, { ...fields, kind: 'villagePlatform', status: 'done', yuan: null }, more)
