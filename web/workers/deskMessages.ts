import type { HolidayYear } from '../../geodata/model/holidays.ts'
import type { Admission, Group } from '../../geodata/model/facility.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import type { BuildingState, Question } from '../../geodata/model/question.ts'
import type { StepErrorCode } from '../../geodata/kernel/stepOverlay.ts'
import type { Step } from '../../geodata/model/step.ts'

/** What the page and the desk's worker say to each other. Buildings are named by their dense index, as the map knows them. */

/** What the city is at the hour asked for: who is shut then, and the arrangements of holidays that hours of steps are read by. null: no hour is asked. */
export type DeskMoment = { at: string; shut: readonly string[]; holidays: readonly HolidayYear[] } | null
export type DeskQuestion = { question: Question; moment: DeskMoment }

export type DeskAsk =
  /** Bytes of a pack (geodata/kernel/pack.ts), handed over. */
  | { kind: 'open'; pack: ArrayBuffer }
  | ({ kind: 'whatIf'; steps: readonly Step[] } & DeskQuestion)
  /** `steps`: as they stand; `without`: the same without the site that is dragged. */
  | ({ kind: 'ghost'; steps: readonly Step[]; without: readonly Step[]; site: { category: string; admission: Admission } } & DeskQuestion)
  /** `front`: in which order a walk from there would pass the buildings is told too. */
  | { kind: 'move'; position: Position; front: boolean }
  /** The site is dragged no longer. */
  | { kind: 'leave' }
  /** Who lives within a ring, first corner not repeated. */
  | { kind: 'within'; ring: readonly Position[] }
  | { kind: 'site'; id: string }
  /** Where sites and gates stand. */
  | { kind: 'places'; ids: readonly string[] }

/** By denominator, of the asked area; land in square metres. */
export type DeskFigures = {
  residents: DeskPeople
  buildings: DeskShare; land: DeskShare; communities: DeskShare
  over60: DeskPeople
  everyone: DeskPeople
  noDataBuildings: number
  states: readonly { state: BuildingState; buildings: number; residents: number }[]
}
export type DeskShare = { covered: number; total: number }
/** `estimated`: of the total, those that are. */
export type DeskPeople = DeskShare & { estimated: number }

/** Buildings whose state differs, and their new state: its index in buildingStates. */
export type DeskChanges = { indices: Int32Array<ArrayBuffer>; states: Uint8Array<ArrayBuffer> }

export type DeskWhatIf = {
  before: DeskFigures; after: DeskFigures
  groups: Record<Group, { before: number; after: number; total: number }>
  /** Newly and no longer covered, of the asked area. */
  gained: Int32Array<ArrayBuffer>; lost: Int32Array<ArrayBuffer>
  /** With the steps done, one byte a building of the city as the map has it; `notInPack`: the pack does not hold it. */
  states: Uint8Array<ArrayBuffer>
}
/** In place of a state. */
export const notInPack = 255

/** `standing`: figures of the steps as they stand. `changes`: what the map shows other than then, while the site is taken up. */
export type DeskGhost = { standing: DeskFigures; changes: DeskChanges }
export type DeskMove = {
  /** From the place to the nearest street that can be walked; null: there is none in reach, and so nobody is. */
  snapMetres: number | null
  covered: number; total: number
  /** Over the steps as they stand; negative where a site is moved away from people. */
  gained: Record<Group, number>
  buildingsGained: number
  /** Since the move before. */
  changes: DeskChanges
  /** Straight metres from the place to each building of `changes`, which are then in that order; null: not asked for. */
  metres: Float32Array<ArrayBuffer> | null
  /** Where no street is in reach: straight metres to the nearest one, however far; null: there is none at all, or one is in reach. */
  streetMetres: number | null
}
export type DeskSite = { id: string; name: string; category: string; admission: Admission; seats: number | null; position: Position }
/** A site or a gate of the city; the pack knows no names of gates. */
export type DeskPlace = { position: Position; name: string }
export type DeskWithin = { buildings: number; noDataBuildings: number; households: number; residents: Record<Group, number>; /** Of residents.all. */ estimated: number; indices: Int32Array<ArrayBuffer>; /** By building, in the order of `indices`. */ people: Record<Group, Int32Array<ArrayBuffer>> }

export type DeskAnswers = { open: { buildings: number; snapMetres: number }; whatIf: DeskWhatIf; ghost: DeskGhost; move: DeskMove; leave: null; within: DeskWithin; site: DeskSite | null; places: Readonly<Record<string, DeskPlace>> }
export type DeskKind = DeskAsk['kind']

/** Why there is no answer: the kernel's reason, and of a step its number from 0 on and what it was about. */
export type DeskFault = { message: string; step: number | null; code: StepErrorCode | null; details: Readonly<Record<string, string | number | null>> }
export type DeskRequest = { number: number; ask: DeskAsk }
export type DeskReply = { number: number } & ({ ok: true; answer: DeskAnswers[DeskKind] } | { ok: false; fault: DeskFault })
