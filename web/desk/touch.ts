import { addDays, dayAndMinute, instantOf, isoInstant, readInstant } from '../../geodata/hours/clock.ts'
import { useCityStore } from '../stores/city.ts'
import { useDeskDraftStore } from '../stores/deskDrafts.ts'
import { useDeskSaveStore } from '../stores/deskSaves.ts'
import { useDeskVoiceStore } from '../stores/deskVoice.ts'
import type { Step } from '../stores/deskSteps.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { listTextOf, mostEntries } from './listParts.ts'
import { keyOf, type DeskStanding, type SiteRecord } from './record.ts'
import { useDeskWords } from './words.ts'

type Suspension = SiteRecord['suspensions'][number]

/** Shut until the end of this day in the city, from this minute on. Of a list that is full the oldest that is over makes room. */
export const suspendedToday = (suspensions: readonly Suspension[], now: number, reason: string): readonly Suspension[] => {
  const minute = Math.floor(now / 60_000) * 60_000
  const added: Suspension = { from: isoInstant(minute), until: isoInstant(instantOf(addDays(dayAndMinute(now).day, 1), 0)), reason }
  const kept = suspensions.length < mostEntries.suspensions ? suspensions : suspensions.slice(1)
  return [...kept, added].toSorted((one, other) => (readInstant(one.from) ?? 0) - (readInstant(other.from) ?? 0))
}
/** Open again: what shuts it now ends with this minute; one that has only begun was none. */
export const reopened = (suspensions: readonly Suspension[], now: number): readonly Suspension[] => {
  const minute = Math.floor(now / 60_000) * 60_000
  return suspensions.flatMap((one) => {
    const [from, until] = [readInstant(one.from) ?? 0, one.until === null ? Infinity : readInstant(one.until) ?? 0]
    if (from > now || until <= now) return [one]
    return from >= minute ? [] : [{ ...one, until: isoInstant(minute) }]
  })
}

/** What is done to a site by one touch: shut for today, open again, found right. Each is saved like a typed change, and taken back like one. */
export const useTouch = () => {
  const city = useCityStore()
  const drafts = useDeskDraftStore()
  const saves = useDeskSaveStore()
  const session = useSessionStore()
  const speech = useSpeechStore()
  const voice = useDeskVoiceStore()
  const words = useDeskWords()

  const write = async (standing: DeskStanding, path: string, text: string): Promise<Step | null> => {
    const key = keyOf('facility', standing.record.id)
    drafts.type(key, standing, path, text)
    const step = await saves.save(key, [path])
    if (step) voice.say(speech.say('desk.saved', { what: words.step(step) }))
    return step
  }
  const suspensionsOf = ({ record }: DeskStanding): readonly Suspension[] => ('suspensions' in record ? record.suspensions : [])
  const suspend = (standing: DeskStanding, reason: string, now = Date.now()) => write(standing, 'suspensions', listTextOf('suspensions', suspendedToday(suspensionsOf(standing), now, reason)))
  const reopen = (standing: DeskStanding, now = Date.now()) => write(standing, 'suspensions', listTextOf('suspensions', reopened(suspensionsOf(standing), now)))
  /** Who found it right: the area of the account that the site lies in, never a person. */
  const checker = ({ areas }: DeskStanding): string => {
    const own = session.areas.find(({ code }) => areas.some((area) => area.code === code))
    return own?.name ?? areas.find(({ level }) => level === 'community')?.name ?? city.meta?.name ?? ''
  }
  const confirm = (standing: DeskStanding, now = Date.now()) => write(standing, 'offer.checked', `${dayAndMinute(now).day} ${checker(standing)}`)
  /** Found right today already, and by the same: there is nothing more to say. */
  const isConfirmed = (standing: DeskStanding, now = Date.now()): boolean => 'offer' in standing.record && standing.record.offer.checked?.day === dayAndMinute(now).day && standing.record.offer.checked.by === checker(standing)
  return { suspend, reopen, confirm, isConfirmed }
}
