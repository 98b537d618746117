import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { ExchangeName } from '../../geodata/contract/all.ts'
import { roles, type Role } from '../../geodata/contract/exchange.ts'
import { exchanges } from '../../geodata/contract/first.ts'
import { tileRoles, type tileLayers } from '../../geodata/contract/meta.ts'
import { roleOf } from '../../geodata/contract/roles.ts'
import type { SessionAnswer } from '../../geodata/contract/session.ts'
import { useClient } from '../api/key.ts'
import type { Outcome, Problem } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import type { Lang } from '../text/numbers.ts'
import { useSpeechStore } from './speech.ts'

/** Who reads, and what they may ask. Every decision by role on the web is made here, from the roles the contract declares. */
export const useSessionStore = defineStore('session', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const session = shallowRef<SessionAnswer | null>(null)
  /** Who was logged in when the session came to its end without being logged out. The page stays as it was until someone logs in again: it shows what this role may see. */
  const ended = shallowRef<{ name: string; role: Role } | null>(null)
  const reader = ref<string | null>(null)
  let leftElsewhere = false
  /** While a screen comes in by its link, nobody knows yet who reads. */
  const entering = ref(false)
  /** What is the matter with this browser as a screen; '' for nothing. */
  const deviceNotice = ref('')
  const account = computed(() => session.value?.account ?? null)
  const mustChangePassword = computed(() => account.value?.mustChangePassword ?? false)
  const device = computed(() => session.value?.device ?? null)
  const role = computed<Role>(() => ended.value?.role ?? session.value?.role ?? 'public')

  const reading = asking(async (lang: Lang, signal) => {
    const answer = await client.ask(exchanges.sessionRead, { lang, signal })
    // A cookie from before is refused once, and cleared by that answer.
    return !answer.ok && (answer.error.code === 'sessionEnded' || answer.error.code === 'deviceEnded') ? client.ask(exchanges.sessionRead, { lang, signal }) : answer
  })
  const take = (answer: SessionAnswer): void => {
    if (device.value && !answer.device && answer.account === null) deviceNotice.value = speech.say('shell.deviceRemoved')
    session.value = answer
    // A screen at which someone was logged in is the screen again.
    if (answer.account !== null || answer.device) ended.value = null
    if (answer.device) deviceNotice.value = ''
    if (ended.value === null) reader.value = readerOf(answer)
  }
  // An answer counts when it comes, also one that was asked for again by itself; one that a log-in overtook never does.
  watch(reading.answer, (answer) => {
    if (!answer) return
    const before = account.value
    if (before !== null && answer.account === null && !answer.device && !leftElsewhere) ended.value = { name: before.name, role: role.value }
    leftElsewhere = false
    take(answer)
  }, { flush: 'sync' })
  /** `elsewhere`: another tab logged in or out, so that nobody being logged in is no end that came by itself. */
  const read = ({ elsewhere = false } = {}): Promise<void> => {
    leftElsewhere = elsewhere
    return reading.ask(speech.lang)
  }
  const taking = async (answer: Promise<Outcome<SessionAnswer>>): Promise<Outcome<SessionAnswer>> => {
    reading.stop()
    const outcome = await answer
    if (outcome.ok) take(outcome.value)
    return outcome
  }
  const logIn = (name: string, password: string) => taking(client.ask(exchanges.logIn, { body: { name, password }, lang: speech.lang }))
  const changePassword = (current: string, next: string) => taking(client.ask(exchanges.passwordChange, { body: { current, next }, lang: speech.lang }))
  const logOut = async (): Promise<Outcome<SessionAnswer>> => {
    const before = session.value
    session.value = before && { ...before, account: null }
    ended.value = null
    const outcome = await taking(client.ask(exchanges.logOut, { lang: speech.lang }))
    // A session that had ended already cannot be ended again: what stands now is asked for. Without an answer one is still logged in.
    if (!outcome.ok && outcome.error.code === 'sessionEnded') await read({ elsewhere: true })
    else if (!outcome.ok) session.value = before
    return outcome
  }
  /** The server no longer knows the session: from here on nobody is logged in. */
  const end = (): void => {
    const account = session.value?.account
    if (!account) {
      if (device.value) void read()
      return
    }
    ended.value = { name: account.name, role: role.value }
    session.value = { account: null, role: 'public', demoOpen: session.value?.demoOpen ?? false, idleMinutes: null, ends: null }
    void read()
  }
  client.refused((code) => {
    if (code === 'sessionEnded' || code === 'notLoggedIn' || (code === 'deviceEnded' && device.value)) end()
    if (code === 'passwordChangeDue' && session.value?.account) session.value = { ...session.value, account: { ...session.value.account, mustChangePassword: true } }
  })

  /** Waits for a screen to be let in; `words` says what stood in the way. Someone may be logged in at the screen: who reads is asked for. */
  const enterAsDevice = async (entered: Promise<Outcome<SessionAnswer>>, words: (problem: Problem) => string): Promise<void> => {
    entering.value = true
    try {
      const outcome = await entered
      deviceNotice.value = outcome.ok ? '' : words(outcome.error)
      await read({ elsewhere: true })
    } finally {
      entering.value = false
    }
  }

  /** Nothing until a one-time password is changed. */
  const admits = (needed: Role): boolean => needed === 'public' || (!mustChangePassword.value && roles.indexOf(role.value) >= roles.indexOf(needed))
  return {
    account, role, endedAccount: computed(() => ended.value?.name ?? null), reader,
    known: computed(() => session.value !== null && !entering.value), device, deviceNotice: computed(() => deviceNotice.value), sayOfDevice: (sentence: string): void => { deviceNotice.value = sentence }, enterAsDevice, demoOpen: computed(() => (session.value?.demoOpen ?? false) && account.value === null),
    idleMinutes: computed(() => session.value?.idleMinutes ?? null), problem: computed(() => reading.problem.value),
    /** Codes of the areas the account or the screen is bound to; none: the whole city. */
    areas: computed(() => account.value?.areas ?? device.value?.areas ?? []),
    mustChangePassword, admits, may: (name: ExchangeName): boolean => admits(roleOf(name)), mayLoad: (layer: (typeof tileLayers)[number]): boolean => admits(tileRoles[layer]),
    read, logIn, logOut, changePassword, end,
  }
})

/** Who answers are for: what is known of one reader must not be shown to the next. */
const readerOf = ({ account, device, role }: SessionAnswer): string => JSON.stringify([account?.name ?? null, role, (account ?? device)?.areas.map((area) => area.code) ?? [], ...(device ? [device.name] : [])])
