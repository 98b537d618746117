import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { columnOf, headline, type Asked, type Counting } from './asked.ts'
import { governAreasAsked } from './asked-govern-areas.ts'

/** Seats of committees whose term runs on the day, and which of them somebody holds. */
export function seatsOf({ rows, ever, day }: Counting, level: 'community' | 'street', area: string | null = null) {
  const committees = rows('committee').filter(({ fields, area: at }) => fields.level === level && fields.termEnd > day && (area === null || at?.startsWith(area) === true))
  const ids = new Map(committees.map(({ id, area: at }) => [id, at]))
  const held = new Set(ever('tenure').filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo ?? '9') > day).map(({ fields }) => fields.seat))
  return rows('seat').filter(({ fields }) => ids.has(fields.committee)).map((seat) => ({ ...seat, at: ids.get(seat.fields.committee) ?? null, held: held.has(seat.id) }))
}

const twoNewGroup = ['twoNew', 'property', 'tower']
const bodies = ({ rows }: Counting, kinds: readonly string[]) => rows('body').filter(({ fields }) => kinds.includes(fields.kind))

/** Of the year's meetings of one kind: places that held fewer than by the end of June. */
function behind({ rows, all, nameOf }: Counting, kind: string, expected: number, places: readonly string[] = all('area').filter(({ level }) => level === 'community').map(({ code }) => code)): string[] {
  return places.filter((code) => rows('meeting').filter(({ area, fields }) => area === code && fields.kind === kind && fields.day >= '2026-01-01').length < expected).map(nameOf)
}

const seatsAsked: Partial<Record<RegisterCode, Asked>> = {
  greatCommittees: {
    told: (answer) => [headline(answer, 'communitiesWith'), headline(answer, 'seatsHeld')],
    counted: (demo) => { const seats = seatsOf(demo, 'community'); return [[demo.rows('committee').filter(({ fields }) => fields.level === 'community').length, 26], [seats.filter(({ held }) => held).length, seats.length]] },
  },
  seatMix: {
    told: (answer) => ['institution', 'twoNewPropertyTower', 'police', 'retired'].map((code) => headline(answer, code)[0]),
    counted: (demo) => { const of = (...kinds: string[]): number => seatsOf(demo, 'community').filter(({ fields }) => kinds.includes(fields.category)).length; return [of('institution'), of(...twoNewGroup), of('police'), of('retired')] },
  },
  vacancies: {
    told: (answer) => [...headline(answer, 'vacantLong'), new Set(answer.rows.filter(({ cells }) => cells.at(-1) === 'late').map(({ areaName }) => areaName))],
    counted(demo) {
      const empty = [...seatsOf(demo, 'community'), ...seatsOf(demo, 'street')].filter(({ held }) => !held)
      const long = empty.filter(({ id }) => demo.ever('tenure').some(({ fields, validTo }) => fields.seat === id && validTo !== null && (Date.parse(demo.day) - Date.parse(validTo)) / 86_400_000 > 90))
      return [long.length, empty.length, new Set(long.map(({ at }) => demo.nameOf(at)))]
    },
  },
  byElections: {
    told: (answer) => answer.rows.filter(({ cells }) => cells.at(-1) === 'late').map(({ areaName }) => areaName),
    counted(demo) {
      const rounds = new Set(demo.rows('byElection').map(({ fields }) => fields.committee))
      return [...new Set(seatsOf(demo, 'community').filter(({ held, fields }) => !held && !rounds.has(fields.committee)).filter(({ id }) => demo.ever('tenure').some(({ fields, validTo }) => fields.seat === id && validTo !== null && validTo < '2026-04-01')).map(({ at }) => demo.nameOf(at)))]
    },
  },
  roster: {
    told: (answer) => [headline(answer, 'held'), columnOf(answer, 'unit').filter((name) => name !== null).length],
    counted: (demo) => { const seats = [...seatsOf(demo, 'community'), ...seatsOf(demo, 'street')]; return [[seats.filter(({ held }) => held).length, seats.length], seats.filter(({ held, unit }) => held && unit !== null).length] },
  },
  streetCommittees: {
    told: (answer) => [headline(answer, 'streetsWith'), headline(answer, 'registeredWith')],
    counted: ({ rows }) => [[rows('committee').filter(({ fields }) => fields.level === 'street').length, 3], [rows('placeRegister').filter(({ fields }) => fields.level === 'street' && fields.greatCommittee).length, 42]],
  },
  twoNewSeats: {
    told: (answer) => [headline(answer, 'group'), ...twoNewGroup.map((code) => headline(answer, code)[0])],
    counted: (demo) => { const seats = seatsOf(demo, 'community'), of = (...kinds: string[]): number => seats.filter(({ fields }) => kinds.includes(fields.category)).length; return [[of(...twoNewGroup), seats.length], ...twoNewGroup.map((kind) => of(kind))] },
  },
}

const meetingsAsked: Partial<Record<RegisterCode, Asked>> = {
  jointMeetings: {
    told: (answer) => answer.rows.filter(({ cells }) => cells.at(-1) === 'late').map(({ areaName }) => areaName).toSorted(),
    counted: (demo) => behind(demo, 'joint', 1, demo.all('area').filter(({ level }) => level === 'district' || level === 'street' || level === 'community').map(({ code }) => code)).toSorted(),
  },
  meetingFrequency: {
    told: (answer) => [headline(answer, 'behind'), answer.rows.filter(({ cells }) => cells.at(-1) === 'late').map(({ areaName, cells }) => `${areaName} ${cells[1]}`).toSorted()],
    counted(demo) {
      const late = [...behind(demo, 'committee', 6).map((name) => `${name} 社区党委会`), ...behind(demo, 'greatCommittee', 2).map((name) => `${name} 社区大党委会`), ...behind(demo, 'briefing', 6).map((name) => `${name} 情况通报会`)]
      return [[late.length, 78], late.toSorted()]
    },
  },
  meetingItems: {
    told: (answer) => headline(answer, 'majorItems'),
    counted({ rows }) {
      const meetings = rows('meeting').filter(({ fields }) => fields.kind === 'greatCommittee' && fields.day >= '2026-01-01').map(({ fields }) => fields)
      return [meetings.reduce((sum, one) => sum + (one.majorItems ?? 0), 0), meetings.reduce((sum, one) => sum + (one.majorItems ?? 0) + (one.fundItems ?? 0) + (one.jointItems ?? 0) + (one.volunteerItems ?? 0), 0)]
    },
  },
  awareness: {
    told: (answer) => [headline(answer, 'answered'), columnOf(answer, 'share')],
    // Document 000: 118 of 120 came back; 68, 50, 37 and 24 per cent.
    counted: ({ rows }) => [[rows('surveyAnswer')[0].fields.answered, 120], [0.68, 0.5, 0.37, 0.24]],
  },
  selfGovernance: {
    told: (answer) => [headline(answer, 'unmanaged')[0], headline(answer, 'stewards')],
    counted({ rows }) {
      const stewards = rows('steward').map(({ fields }) => fields)
      return [
        rows('estate').filter(({ fields }) => (fields.property === 'withdrawn' || fields.property === 'none') && fields.owners !== 'committee').length,
        [stewards.reduce((sum, { assigned }) => sum + assigned, 0), stewards.reduce((sum, { buildings }) => sum + buildings, 0)],
      ]
    },
  },
}

const bodiesAsked: Partial<Record<RegisterCode, Asked>> = {
  requiredPosts: {
    told: (answer) => headline(answer, 'postsFilled'),
    counted: ({ rows }) => rows('body').reduce(([filled, required], { fields }) => [filled + (fields.postsFilled ?? 0), required + (fields.postsRequired ?? 0)], [0, 0]),
  },
  massOrganisations: {
    told: (answer) => [headline(answer, 'full')[0], answer.rows.filter(({ cells }) => cells.at(-1) === 'missing').map(({ areaName }) => areaName)],
    counted(demo) {
      const counts = new Map<string | null, number>()
      for (const { area, fields } of bodies(demo, ['union', 'youthLeague', 'womensFederation', 'elderAssociation'])) counts.set(area, (counts.get(area) ?? 0) + Number(fields.present))
      return [[...counts.values()].filter((count) => count === 4).length, [...counts].filter(([, count]) => count === 0).map(([area]) => demo.nameOf(area))]
    },
  },
  selfGoverningBodies: { told: (answer) => headline(answer, 'bodies')[0], counted: (demo) => bodies(demo, ['council', 'ownersSelfGovernance', 'estateGroup']).filter(({ fields }) => fields.present).length },
  rulesInPlace: {
    told: (answer) => [headline(answer, 'full'), headline(answer, 'funding')[0]],
    counted({ rows }) {
      const six = rows('document').filter(({ fields }) => !fields.kind.startsWith('channel') && fields.kind !== 'pledge' && fields.present)
      const areas = [...new Set(six.map(({ area }) => area))]
      return [[areas.filter((area) => six.filter((one) => one.area === area).length === 6).length, 26], six.filter(({ fields }) => fields.kind === 'funding').length]
    },
  },
  fiveTogether: { told: (answer) => ['govern', 'train'].map((code) => headline(answer, code)[0]), counted: ({ rows }) => [new Set(rows('body').map(({ area }) => area)).size, new Set(rows('post').map(({ area }) => area)).size] },
  electedBodies: {
    told: (answer) => ['inTerm', 'termOver', 'absent'].map((code) => headline(answer, code)[0]),
    counted(demo) {
      const elected = bodies(demo, ['residentsCommittee', 'residentsAssembly', 'residentGroup']), there = elected.filter(({ fields }) => fields.present)
      const over = there.filter(({ fields }) => (fields.termEnd ?? '9') <= demo.day)
      return [there.length - over.length, over.length, elected.length - there.length]
    },
  },
  resettlementBodies: { told: (answer) => [headline(answer, 'shareCooperative')[0], new Set(columnOf(answer, 'community'))], counted: (demo) => [4, new Set(bodies(demo, ['shareCooperative']).map(({ area }) => demo.nameOf(area)))] },
}

export const governAsked: Partial<Record<RegisterCode, Asked>> = { ...seatsAsked, ...meetingsAsked, ...bodiesAsked, ...governAreasAsked }
