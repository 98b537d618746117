import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { headline, type Asked } from './asked.ts'

export const governAsked: Partial<Record<RegisterCode, Asked>> = {
  vacancies: {
    told: (answer) => [...headline(answer, 'vacant'), ...new Set(answer.rows.map(({ areaName }) => areaName))],
    counted({ ever, rows, day, nameOf }) {
      const seats = rows('seat'), held = new Set(ever('tenure').filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo ?? '9') > day).map(({ fields }) => fields.seat))
      const empty = seats.filter(({ id }) => !held.has(id))
      const areas = new Set(empty.map(({ fields }) => rows('committee').find(({ id }) => id === fields.committee)?.area ?? null))
      return [empty.length, seats.length, ...[...areas].toSorted().map(nameOf)]
    },
  },
}
