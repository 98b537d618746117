import { computed, ref, shallowRef } from 'vue'
import { tourAdd, tourRemove, tourSave, tours as toursExchange, type TourAnswer } from '../../../geodata/contract/tours.ts'
import { mostTourSteps, usualStepSeconds, type TourStep } from '../../../geodata/model/tour.ts'
import type { Client } from '../../api/client.ts'
import type { Outcome, Problem } from '../../api/outcome.ts'
import type { Lang } from '../../text/numbers.ts'
import { stepOf, type WallView } from './stepView.ts'

/** Of a tour as it is being written; id null: it is new. */
type Draft = { id: string | null; name: string; steps: readonly TourStep[] }
/** Somebody was first: what they made of it, or that they removed it. */
type Conflict = TourAnswer | 'gone'

const written = ({ name, steps }: Pick<Draft, 'name' | 'steps'>): { name: string; steps: TourAnswer['steps'] } =>
  ({ name: name.trim(), steps: steps.map(({ place: { area, only, camera, building }, subject, month, words, notes, seconds }) => ({ place: { area, only: [...only], camera: camera && { ...camera, centre: [camera.centre[0], camera.centre[1]] }, building }, subject, month, words, notes, seconds })) as TourAnswer['steps'] })

/** Writing one tour at a time: what is typed stays here until it is saved; what somebody else saved first is told and never overwritten unasked. */
export const useTourEditing = (client: Client, lang: () => Lang) => {
  const draft = shallowRef<Draft | null>(null)
  /** As it was read or saved last; null: never. */
  const base = shallowRef<TourAnswer | null>(null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const conflict = shallowRef<Conflict | null>(null)
  const removed = shallowRef<TourAnswer | null>(null)
  const dirty = computed(() => draft.value !== null && JSON.stringify(written(draft.value)) !== (base.value ? JSON.stringify(written(base.value)) : JSON.stringify({ name: '', steps: [] })))
  const savable = computed(() => draft.value !== null && !busy.value && dirty.value && draft.value.name.trim() !== '' && draft.value.steps.length > 0)
  const full = computed(() => (draft.value?.steps.length ?? 0) >= mostTourSteps)

  const open = (tour: TourAnswer | null, name = ''): void => {
    // One that nobody wrote is where a new one begins.
    base.value = tour?.usual ? null : tour
    draft.value = tour ? { id: tour.usual ? null : tour.id, name: tour.name, steps: tour.steps } : { id: null, name, steps: [] }
    problem.value = null
    conflict.value = null
  }
  const change = (part: Partial<Pick<Draft, 'name' | 'steps'>>): void => { if (draft.value) draft.value = { ...draft.value, ...part } }
  const stepsWith = (at: number, ...put: TourStep[]): readonly TourStep[] => (draft.value?.steps ?? []).flatMap((step, i) => (i === at ? put : [step]))
  const addStep = (view: WallView, version: string | null): void => { if (draft.value && !full.value) change({ steps: [...draft.value.steps, stepOf(view, version, { words: '', notes: '', seconds: usualStepSeconds })] }) }
  const replaceStep = (at: number, view: WallView, version: string | null): void => {
    const step = draft.value?.steps[at]
    if (step) change({ steps: stepsWith(at, stepOf(view, version, step)) })
  }
  const speakStep = (at: number, part: Partial<Pick<TourStep, 'words' | 'notes' | 'seconds'>>): void => {
    const step = draft.value?.steps[at]
    if (step) change({ steps: stepsWith(at, { ...step, ...part }) })
  }
  const removeStep = (at: number): void => change({ steps: stepsWith(at) })
  const moveStep = (at: number, by: 1 | -1): void => {
    const steps = draft.value?.steps ?? []
    const [one, other] = [steps[at], steps[at + by]]
    if (one && other) change({ steps: steps.map((step, i) => (i === at ? other : i === at + by ? one : step)) })
  }

  async function act<T>(asked: () => Promise<Outcome<T>>, id: string | null): Promise<T | null> {
    busy.value = true
    problem.value = null
    const outcome = await asked()
    if (outcome.ok) conflict.value = null
    else if (id !== null && outcome.error.code === 'tourChanged') await meet(id)
    else if (outcome.error.code === 'unknownTour') conflict.value = 'gone'
    else problem.value = outcome.error
    busy.value = false
    return outcome.ok ? outcome.value : null
  }
  /** What the other one made of it. */
  const meet = async (id: string): Promise<void> => {
    const found = await client.ask(toursExchange, { lang: lang() })
    if (!found.ok) problem.value = found.error
    else conflict.value = found.value.tours.find((tour) => tour.id === id) ?? 'gone'
  }
  const saveOver = async (etag: string | null): Promise<boolean> => {
    const now = draft.value
    if (!now) return false
    const body = written(now), { id } = now
    const saved = await act(() => (id === null ? client.ask(tourAdd, { body, lang: lang() }) : client.ask(tourSave, { path: { id }, body, ifMatch: etag, lang: lang() })), id)
    if (!saved) return false
    base.value = saved
    // What was typed while it was on its way is still to be saved.
    draft.value = { ...(draft.value ?? now), id: saved.id }
    return true
  }
  const save = (): Promise<boolean> => saveOver(base.value?.etag ?? null)
  const keepMine = async (): Promise<boolean> => {
    const theirs = conflict.value
    if (theirs === 'gone') return saveAsNew()
    return theirs ? saveOver(theirs.etag) : false
  }
  const saveAsNew = (): Promise<boolean> => {
    base.value = null
    if (draft.value) draft.value = { ...draft.value, id: null }
    return saveOver(null)
  }
  const takeTheirs = (): void => { if (conflict.value && conflict.value !== 'gone') open(conflict.value) }
  const remove = async (): Promise<boolean> => {
    const standing = base.value
    if (!standing) return false
    const gone = await act(() => client.ask(tourRemove, { path: { id: standing.id }, ifMatch: standing.etag, lang: lang() }), standing.id)
    if (!gone) return false
    removed.value = standing
    draft.value = null
    base.value = null
    return true
  }
  /** Puts the tour that was removed last back, under its own id. */
  const undo = async (): Promise<boolean> => {
    const one = removed.value
    if (!one) return false
    const back = await act(() => client.ask(tourAdd, { body: { ...written(one), id: one.id }, lang: lang() }), null)
    if (!back) return false
    removed.value = null
    open(back)
    return true
  }
  return { draft, base, busy, problem, conflict, removed, dirty, savable, full, open, change, addStep, replaceStep, speakStep, removeStep, moveStep, save, keepMine, saveAsNew, takeTheirs, remove, undo }
}
