import type { AreaLevel } from '../../model/area.ts'
import { areaRow, byArea, nothing } from '../areas.ts'
import type { Register } from '../register.ts'
import { partyTree } from './partyTree.ts'
import { standingSeats } from './seats.ts'

const levels: readonly AreaLevel[] = ['city', 'district', 'street', 'community']

/** 8 四级联动: the same figures at each of four levels, so that the parts add up to the whole. */
export const fourLevels: Register = (input) => {
  const { areas: organisations, units } = partyTree(input)
  if (organisations.length === 0) return nothing
  const seats = standingSeats(input, 'community').map(({ area, tenure }) => ({ area: area?.code ?? null, tenure }))
  const meetings = input.rows('meeting').filter(({ fields }) => fields.day.slice(0, 4) === input.day.slice(0, 4) && fields.day <= input.day)
  const counts = new Map<AreaLevel, number>()
  const rows = levels.flatMap((level) => {
    const [within, unitsIn, seatsIn, meetingsIn] = [byArea(input, organisations, level), byArea(input, units, level), byArea(input, seats, level), byArea(input, meetings, level)]
    return input.areas.at(level).map((area) => {
      const own = within(area.code).filter((one) => one.area === area.code && one.fields.tier === level).length
      counts.set(level, (counts.get(level) ?? 0) + own)
      const seated = seatsIn(area.code)
      return areaRow(area, [area.code, level, own, within(area.code).length, unitsIn(area.code).length, seated.length, seated.filter(({ tenure }) => tenure === null).length, meetingsIn(area.code).length])
    })
  })
  const sum = levels.reduce((all, level) => all + (counts.get(level) ?? 0), 0)
  return {
    headlines: [{ code: 'fourLevels', value: sum, of: organisations.length, kind: 'count' }, ...levels.map((level) => ({ code: `${level}Organisations`, value: counts.get(level) ?? 0, of: input.areas.at(level).length, kind: 'count' }) as const)],
    columns: [
      { code: 'area', kind: 'area' }, { code: 'level', kind: 'text', choice: 'partyOrganisation.tier' }, { code: 'own', kind: 'count' }, { code: 'organisations', kind: 'count' }, { code: 'unitOrganisations', kind: 'count' },
      { code: 'seats', kind: 'count' }, { code: 'vacant', kind: 'count' }, { code: 'meetings', kind: 'count' },
    ],
    rows, map: null, answer: Object.fromEntries([...levels.map((level) => [level, counts.get(level) ?? 0]), ['all', organisations.length]]), atoms: [],
  }
}
