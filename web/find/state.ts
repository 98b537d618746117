import { computed, inject, onScopeDispose, ref, shallowRef, watch, type InjectionKey } from 'vue'
import type { BodyOf } from '../../geodata/contract/exchange.ts'
import { venue, venueReport } from '../../geodata/contract/venues.ts'
import { dayAndMinute, readInstant } from '../../geodata/hours/clock.ts'
import { worthMinutes } from '../../geodata/hours/fit.ts'
import type { VenueFilter } from '../../geodata/model/venue.ts'
import type { Client } from '../api/client.ts'
import { asking } from '../composables/asking.ts'
import { readAddress, writeAddress, type FindAddress } from './address.ts'
import { minuteClock } from './clock.ts'
import { firstCard, isOpen } from './fit.ts'
import type { Deployment } from './deployment.ts'
import { keeping } from './keeping.ts'
import { paceOf } from './pace.ts'
import { withKept } from './opening.ts'
import type { Drawer, KeptStart, Place as StartPlace, Who } from './kept.ts'
import { putListing, putMore } from './listing.ts'
import { hearNews } from './news.ts'
import { cardQueryOf, questionOf } from './question.ts'
import { findSpeech } from './speech.ts'
import { calendarIn, placeAt, type Place } from './standing.ts'

export type FindSetting = { client: Client; drawer: Drawer; location: Pick<Location, 'pathname' | 'search'>; history: Pick<History, 'pushState' | 'replaceState' | 'back' | 'state'>; now?: () => number }
export type Find = ReturnType<typeof createFind>
export const findKey: InjectionKey<Find> = Symbol('find')

/** The state of the page. `createFind` is called once in main.ts (or a test); parts of the page inject it. */
export const useFind = (): Find => {
  const find = inject(findKey)
  if (!find) throw new Error('The finder was given no state.')
  return find
}

/** How long an answer is good without asking again, milliseconds: states go on by themselves, what editors change does not. */
const goodMs = 5 * 60_000

export const createFind = ({ client, drawer, location, history, now = Date.now }: FindSetting) => {
  const kept = keeping(drawer)
  const address = shallowRef<FindAddress>(withKept(readAddress(location.pathname, location.search), kept.kept.value))
  history.replaceState(history.state, '', writeAddress(address.value))
  const speech = findSpeech()
  if (kept.kept.value.display.lang === 'en') void speech.speak('en')
  const clock = minuteClock(now)
  onScopeDispose(clock.stop)

  /** Changes the address; `push`: a step that the back button undoes. */
  const go = (part: Partial<FindAddress>, { push = false } = {}): void => {
    const before = writeAddress(address.value)
    address.value = { ...address.value, ...part }
    const after = writeAddress(address.value)
    if (after === before) return
    if (push) history.pushState({ within: true }, '', after)
    else history.replaceState(history.state, '', after)
  }
  /** What the back button, or another link of ours, brought. */
  const arrive = (): void => { address.value = readAddress(location.pathname, location.search) }

  /** Where one starts from; null: nobody said, and the page asks. `known`: as it is remembered on this telephone. */
  const start = computed<StartPlace | null>(() => {
    const { from, near } = address.value
    return from !== null ? { kind: 'building', id: from } : near ? { kind: 'point', position: near } : null
  })
  /** Nobody wants to say where he starts from: everything there is, without a way. */
  const anywhere = ref(false)
  const startAt = (place: StartPlace, known: KeptStart | null = null): void => {
    anywhere.value = false
    gone.value = false
    if (known) kept.rememberStart(known)
    // The community one lives in was that of the start before.
    go({ ...(place.kind === 'building' ? { from: place.id, near: null } : { from: null, near: place.position }), resident: kept.kept.value.who.lives === 'elsewhere' ? 'elsewhere' : null })
  }

  /** Whose minutes lead on the page. */
  const pace = computed(() => paceOf(address.value))
  /** The instant shown: of the link, else now. Epoch milliseconds at a full minute. */
  const at = computed(() => (address.value.at === null ? clock.minute.value : readInstant(address.value.at) ?? clock.minute.value))
  const askedMinute = ref(clock.minute.value)
  const askedAt = computed(() => (address.value.at === null ? askedMinute.value : at.value))

  const listing = asking(putListing(client), now)
  /** Minutes of a slow walk that the first card is worth: to who asked for it, any. */
  const most = computed(() => (address.value.wish === null && address.value.q === '' ? worthMinutes(dayAndMinute(at.value).minute) : Infinity))
  /** What a reader who named no wish is shown, and from where, as whom and at which hour of a link he asked: no part of what is watched, so that an answer does not ask again. */
  let held: { of: string; wish: string | null } | null = null
  const heldOf = (): string => JSON.stringify([start.value, address.value.audience, address.value.at, address.value.wish, address.value.q])
  const question = computed(() => ({ ...questionOf(address.value, askedAt.value, speech.lang.value, held?.of === heldOf() ? held.wish : null), most: most.value }))
  /** Nothing is asked before it is known from where. */
  const ready = computed(() => start.value !== null || anywhere.value || address.value.page !== 'find')
  /** Grows when what is shown may have changed on the server. */
  const heard = ref(0)
  const news = hearNews(() => { heard.value += 1 })
  onScopeDispose(news.stop)
  watch([() => JSON.stringify(question.value), ready, heard], () => { if (ready.value && address.value.page === 'find') void listing.ask(question.value) }, { immediate: true })

  const calendar = computed(() => calendarIn(listing.answer.value?.answer.holidays ?? detail.answer.value?.holidays ?? []))
  /** The places of the answer as they stand at this minute, nearest first. */
  const places = computed<readonly Place[]>(() => listing.answer.value?.answer.venues.map((row) => placeAt(row, at.value, calendar.value, speech.lang.value)) ?? [])
  /** The place on the first card: what the server found best among all there are while it stays open, else the best of those at hand; null: none. */
  const first = computed<Place | null>(() => {
    const best = listing.answer.value?.answer.first
    const found = best ? placeAt(best.venue, at.value, calendar.value, speech.lang.value) : null
    if (found && isOpen(found.standing.state) && (found.row.walkMinutes ?? 0) <= most.value) return found
    return places.value[firstCard(places.value.map(({ row, standing, nextOpening }) => ({ minutes: row.walkMinutes, admits: row.admits, priced: row.priceText !== '' || row.yuan !== null, own: false, state: standing.state, nextOpening })), most.value)] ?? null
  })
  watch(listing.answer, (answer) => {
    if (answer) held = { of: heldOf(), wish: answer.wish }
    // The house whose code was scanned is where the next visit begins, for who has said nothing else.
    const label = answer?.answer.origin?.label ?? ''
    if (address.value.page === 'find' && start.value !== null && label !== '' && kept.kept.value.starts.length === 0) kept.rememberStart({ role: 'other', label, place: start.value })
  })
  /** What a sentence about the list is about: the wish that is shown, in the reader's words; '' for whatever there is. */
  const subject = computed(() => {
    const shown = listing.answer.value
    const wish = shown?.answer.facets.wishes.find(({ code }) => code === shown.wish)
    return wish ? speech.say.value('card.subject', { wish: wish.name }) : ''
  })
  // Who lives where he starts from, lives in the community of a spot too, once it is known which one that is.
  watch(() => listing.answer.value?.answer.origin, (origin) => {
    if (origin?.kind === 'point' && origin.community !== null && kept.kept.value.who.lives === 'here' && address.value.resident === null) go({ resident: origin.community })
  })
  // A state that flipped changes what is counted and what comes first; what editors changed comes along.
  const states = computed(() => places.value.map(({ standing }) => standing.state).join())
  watch([states, clock.minute], ([, minute], [before]) => {
    if (address.value.at !== null || document.visibilityState === 'hidden') return
    if (minute !== askedMinute.value && (states.value !== before || minute - askedMinute.value >= goodMs)) askedMinute.value = minute
  })

  const moreBusy = ref(false)
  const more = async (): Promise<void> => {
    const standing = listing.answer.value
    const asked = listing.answeredQuestion.value
    if (!standing || !asked || moreBusy.value) return
    moreBusy.value = true
    const outcome = await putMore(client, standing, asked)
    moreBusy.value = false
    if (listing.answer.value !== standing) return
    if (outcome.ok) listing.answer.value = outcome.value
    else listing.problem.value = outcome.error
  }

  /** The card that is open. */
  const detail = asking(({ id, query, lang }: { id: string; query: ReturnType<typeof cardQueryOf>; lang: 'zh' | 'en' }, signal) => client.ask(venue, { path: { id }, query, lang, signal }), now)
  const cardQuestion = computed(() => (address.value.venue === null ? null : { id: address.value.venue, query: cardQueryOf(address.value, askedAt.value), lang: speech.lang.value }))
  watch([() => JSON.stringify(cardQuestion.value), heard], () => {
    if (!cardQuestion.value) detail.stop()
    else {
      if (detail.answeredQuestion.value?.id !== cardQuestion.value.id) detail.clear()
      void detail.ask(cardQuestion.value)
    }
  }, { immediate: true })
  /** The house of a link, or the one remembered, is not there any more: the page asks anew and says why. */
  const gone = ref(false)
  watch(() => listing.problem.value ?? detail.problem.value, (problem) => {
    const { from, page } = address.value
    if (problem?.kind !== 'server' || problem.code !== 'unknownBuilding' || from === null || page !== 'find') return
    const index = kept.kept.value.starts.findIndex(({ place }) => place.kind === 'building' && place.id === from)
    if (index >= 0) kept.forgetStart(index)
    listing.clear()
    detail.clear()
    gone.value = true
    go({ from: null })
  })
  /** The place whose card is open, from the list until its own answer is here; null: none is open, or it is not known yet. */
  const chosen = computed<Place | null>(() => {
    const id = address.value.venue
    if (id === null) return null
    const own = detail.answer.value?.venue
    if (own?.id === id) return placeAt(own, at.value, calendar.value, speech.lang.value)
    return places.value.find(({ row }) => row.id === id) ?? (first.value?.row.id === id ? first.value : null)
  })
  const open = (id: string): void => go({ venue: id }, { push: true })
  /** Where its card lies, for a link that opens elsewhere too; a plain touch opens it here. `part`: what of it one wants to see. */
  const hrefOf = (id: string): string => writeAddress({ ...address.value, venue: id })
  const part = ref<'way' | null>(null)
  const follow = (event: MouseEvent, id: string, wanted: 'way' | null = null): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return
    event.preventDefault()
    part.value = wanted
    open(id)
  }
  /** Back to where it was opened from, or to the list where it was opened by its link. */
  const close = (): void => {
    if ((history.state as { within?: boolean } | null)?.within) history.back()
    else go({ venue: null }, { push: true })
  }

  /** Who asks says more of himself, or takes it back. With an age, what does not let one in steps back. */
  const tell = (part: Partial<Who>): void => {
    const who = { ...kept.kept.value.who, ...part }
    kept.sayWho(who)
    const { filters } = address.value
    const origin = listing.answer.value?.answer.origin ?? null
    const resident = part.lives === undefined ? address.value.resident : part.lives === 'elsewhere' ? 'elsewhere' : part.lives === 'here' ? origin?.community ?? null : null
    const admits = part.age !== undefined && part.age !== null && !filters.includes('admits')
    go({ age: who.age, audience: who.audience, resident, ...(admits ? { filters: [...filters, 'admits'] } : {}) })
  }

  /** What the server says of itself; null until it is asked, after the list stands. */
  const deployment = shallowRef<Deployment | null>(null)
  const learn = async (): Promise<void> => {
    const found = await import('./deployment.ts').then(({ deploymentOf }) => deploymentOf(client)).catch(() => null)
    if (found) deployment.value = found
  }
  /** The theme in force: the reader's choice, else what the system prefers. */
  const dark = window.matchMedia?.('(prefers-color-scheme: dark)')
  const prefersDark = ref(dark?.matches ?? false)
  const prefer = ({ matches }: MediaQueryListEvent): void => { prefersDark.value = matches }
  dark?.addEventListener?.('change', prefer)
  onScopeDispose(() => dark?.removeEventListener?.('change', prefer))
  const theme = computed<'light' | 'dark'>(() => {
    const { theme: chosenTheme } = kept.kept.value.display
    return chosenTheme === 'system' ? (prefersDark.value ? 'dark' : 'light') : chosenTheme
  })
  /** The place a pointer or the focus is on, in the list or on the map. */
  const hovered = ref<string | null>(null)

  const report = (id: string, body: BodyOf<typeof venueReport>) => client.ask(venueReport, { path: { id }, body, lang: speech.lang.value })
  const toggle = (filter: VenueFilter): void => {
    const { filters } = address.value
    go({ filters: filters.includes(filter) ? filters.filter((other) => other !== filter) : [...filters, filter] })
  }
  onScopeDispose(() => {
    listing.stop()
    detail.stop()
  })
  return { client, address, go, arrive, ...kept, ...speech, minute: clock.minute, at, pace, start, startAt, anywhere, gone, subject, ready, listing, question, places, first, calendar, more, moreBusy, detail, chosen, open, hrefOf, follow, part, close, hovered, theme, deployment, learn, tell, report, toggle }
}
