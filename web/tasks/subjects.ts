import { areaPage } from '../../geodata/contract/areaPage.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { areas } from '../../geodata/contract/meta.ts'
import { matching } from '../../geodata/contract/tasks.ts'
import { organisationGaps } from '../../geodata/contract/twoNew.ts'
import type { Client } from '../api/client.ts'
import { answered, type Outcome } from '../api/outcome.ts'
import type { Lang } from '../text/numbers.ts'
import type { TaskOrigin } from './taskQuery.ts'

export type Subject = { subject: string; label: string }
const mostSubjects = 500

/** What a task of that origin may be about in an area, asked where it is known: what is missing, vacant, late, uncovered, unclaimed there. */
export const subjectsIn = async (client: Client, origin: TaskOrigin, area: { code: string; name: string }, categories: readonly { code: string; name: string }[], lang: Lang): Promise<Outcome<readonly Subject[]>> => {
  const ofPage = async (take: (page: AnswerOf<typeof areaPage>) => Subject[]): Promise<Outcome<readonly Subject[]>> => {
    const page = await client.ask(areaPage, { path: { code: area.code }, query: {}, lang })
    return page.ok ? answered(take(page.value)) : page
  }
  switch (origin) {
    case 'gap': return answered(categories.map(({ code, name }) => ({ subject: `${code}:${area.code}`, label: name })))
    case 'missingItem': return ofPage((page) => (page.completeness?.missing ?? []).map(({ code, name }) => ({ subject: `${code}:${area.code}`, label: name })))
    case 'vacancy': return ofPage((page) => page.seats.filter((seat) => seat.vacantDays !== null).map((seat) => ({ subject: seat.id, label: `${seat.number}. ${seat.role}` })))
    case 'overdueMeeting': return ofPage((page) => page.overdue.filter((line) => line.page === '/registers/meetingFrequency').map(({ id, text }) => ({ subject: id, label: text })))
    case 'uncoveredFirm': {
      const found = await client.ask(organisationGaps, { query: { area: area.code, list: 'uncovered', limit: mostSubjects }, lang })
      return found.ok ? answered(found.value.rows.map(({ id, name }) => ({ subject: id, label: name }))) : found
    }
    case 'need': {
      const found = await client.ask(matching, { query: { area: area.code }, lang })
      return found.ok ? answered(found.value.items.filter((item) => item.list !== 'resource' && item.open).map(({ id, name }) => ({ subject: id, label: name }))) : found
    }
    case 'estate': {
      const found = await client.ask(areas, { query: { level: 'estate', parent: area.code, limit: mostSubjects }, lang })
      return found.ok ? answered(found.value.areas.map(({ code, name }) => ({ subject: code, label: name }))) : found
    }
    case 'other': return answered([{ subject: area.code, label: area.name }])
  }
}
