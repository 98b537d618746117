import { computed, shallowRef } from 'vue'
import type { Admission } from '../../geodata/model/facility.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import type { Question } from '../../geodata/model/question.ts'
import type { Outcome, Problem } from '../api/outcome.ts'
import type { MapCanvasExposed } from '../map/seam.ts'
import type { DeskFigures, DeskMoment, DeskMove } from '../workers/deskMessages.ts'
import type { DeskOutcome, DeskWorker } from './deskWorker.ts'
import { runFront } from './front.ts'
import { newestOnly } from './newest.ts'
import { withStep, type Steps } from './steps.ts'

/** A site in the planner's hand. `id`: of the site it was, or will be; `home`: where it stands now, null for a new one. */
export type Ghost = {
  id: string; name: string; category: string; admission: Admission; home: Position | null
  position: Position
  /** Figures of the steps as they stand; null while the city is on its way. */
  standing: DeskFigures | null
  /** What the newest place that was worked out gains; null before the first. */
  move: DeskMove | null
  /** The place of `move`. */
  movedAt: Position | null
}
export type GhostStart = Pick<Ghost, 'id' | 'name' | 'category' | 'admission' | 'home' | 'position'>

type GhostSetting = {
  map: () => Pick<MapCanvasExposed, 'changeStates' | 'settleStates'> | null
  steps: () => Steps
  question: () => Question | null
  open: (question: Question) => Promise<Outcome<DeskWorker>>
  momentOf: (question: Question) => Promise<Outcome<DeskMoment>>
  /** Why nothing comes. */
  failed: (problem: Problem | string) => void
}
type Place = { position: Position; front: boolean }

/** A site that is taken up, moved and kept or forgotten: its figures run, and the map's buildings change by differences. */
export const ghostDesk = ({ map, steps, question, open, momentOf, failed }: GhostSetting) => {
  const ghost = shallowRef<Ghost | null>(null)
  let worker: DeskWorker | null = null
  let round = 0
  const front = runFront((indices, states) => map()?.changeStates(indices, states))

  const moves = newestOnly<Place, DeskOutcome<'move'>>(({ position, front }) => (worker ? worker.ask({ kind: 'move', position: [...position], front }) : Promise.resolve({ ok: false as const, fault: { message: 'no worker', step: null, code: null, details: {} } })), (outcome, { position }) => {
    if (!ghost.value) return
    if (!outcome.ok) return failed(outcome.fault.message)
    ghost.value = { ...ghost.value, move: outcome.answer, movedAt: position }
    front.run(outcome.answer.changes, outcome.answer.metres)
  })

  const takeUp = async (start: GhostStart): Promise<void> => {
    drop()
    const mine = ++round
    const asked = question()
    if (!asked) return
    ghost.value = { ...start, standing: null, move: null, movedAt: null }
    const opened = await open(asked), moment = opened.ok ? await momentOf(asked) : opened
    if (mine !== round) return
    if (!opened.ok || !moment.ok) {
      ghost.value = null
      return failed(opened.ok ? (moment as { error: Problem }).error : opened.error)
    }
    const standing = steps()
    const begun = await opened.value.ask({
      kind: 'ghost', question: asked, moment: moment.value, steps: [...standing], without: start.home ? [...withStep(standing, { kind: 'close', facility: start.id })] : [...standing],
      site: { category: start.category, admission: start.admission },
    })
    if (mine !== round || !ghost.value) return
    if (!begun.ok) {
      ghost.value = null
      return failed(begun.fault.message)
    }
    worker = opened.value
    ghost.value = { ...ghost.value, standing: begun.answer.standing }
    map()?.changeStates(begun.answer.changes.indices, begun.answer.changes.states)
    moves.put({ position: ghost.value.position, front: true })
  }
  const moveTo = (position: Position): void => {
    if (!ghost.value) return
    ghost.value = { ...ghost.value, position }
    if (ghost.value.standing) moves.put({ position, front: false })
  }
  /** Laid down, whatever becomes of it: the map keeps showing what it shows until the next answer. */
  const drop = (): void => {
    round++
    moves.drop()
    front.stop()
    if (worker) void worker.ask({ kind: 'leave' })
    worker = null
    ghost.value = null
  }
  /** Everything is as it was before. */
  const forget = (): void => {
    if (!ghost.value) return
    drop()
    map()?.settleStates()
  }
  const settled = computed(() => ghost.value !== null && ghost.value.movedAt === ghost.value.position)
  return { ghost, settled, takeUp, moveTo, drop, forget }
}
