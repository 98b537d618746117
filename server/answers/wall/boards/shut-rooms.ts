import { listSign } from '../../../../geodata/words/sentence.ts'
import type { Facility } from '../../../../geodata/model/facility.ts'
import { completenessOf, isThere } from '../../../../geodata/registers/build/completeness.ts'
import { grouped } from '../../../../geodata/registers/grouped.ts'
import type { RegisterArea } from '../../../../geodata/registers/register.ts'
import { isOpen } from '../../../../geodata/registers/share/openSites.ts'
import { sevenRooms } from '../registers.ts'
import { isBelowCommunities, type BoardAsk } from './board-ask.ts'
import { shortOf } from './missing-room.ts'
import { wallRow, type BoardBody } from './board-body.ts'
import { dayOfSite, halfHoursOfDay } from './half-hours.ts'

/** A room that is built and whose place is known. shut: at no half hour after 17:00 does it let residents in; unknown hours are none. */
export type BuiltRoom = { community: RegisterArea; slot: string; name: string; site: Facility; shut: boolean; known: boolean }

/** Offices close at 17:00. */
const eveningFrom = 34

export function builtRooms(ask: BoardAsk): BuiltRoom[] {
  const { items, rows } = completenessOf(ask.input, 'community')
  const rooms = new Set(sevenRooms(ask.open.catalogue).map(({ code }) => code)), hoursOf = dayOfSite(ask)
  return rows.flatMap(({ area, cells }) => cells.flatMap((cell, at): BuiltRoom[] => {
    const item = items[at], site = cell.facility === null ? null : ask.input.facility(cell.facility)
    if (!rooms.has(item.code) || !isThere(cell.standing) || site === null) return []
    const hours = hoursOf(site.id), opens = Array.from({ length: halfHoursOfDay - eveningFrom }, (_, h) => eveningFrom + h).some(hours.isOpen)
    return [{ community: area, slot: item.code, name: ask.language === 'zh' ? item.name : item.nameEn, site, shut: !opens || !isOpen(site), known: hours.known }]
  }))
}

/** 哪些室建了不开: by community, rooms that are not open after 17:00 of those built. */
export function shutRooms(ask: BoardAsk): BoardBody {
  if (isBelowCommunities(ask)) return { kind: 'bars', rows: [], why: 'level' }
  const rooms = builtRooms(ask)
  const rows = [...grouped(rooms, ({ community }) => community.code).values()].map((own) => {
    const [{ community }] = own, shut = own.filter((room) => room.shut)
    return wallRow({ id: community.code, name: community.name, value: shut.length, of: own.length, note: shut.map(({ name }) => shortOf(name, ask.language)).join(listSign(ask.language)), areas: [community.code], position: community.centre && [community.centre[0], community.centre[1]] })
  })
  return { kind: 'bars', rows, why: rows.length === 0 ? 'none' : null }
}
