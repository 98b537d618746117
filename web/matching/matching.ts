import { computed, shallowRef, watch } from 'vue'
import { entryExchanges } from '../../geodata/contract/records.ts'
import { matching } from '../../geodata/contract/tasks.ts'
import { useClient } from '../api/key.ts'
import { useAsked } from '../composables/asked.ts'
import { useViewAddress } from '../composables/viewAddress.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { today } from '../tasks/day.ts'
import { useRowEdits } from '../tasks/edit.ts'
import { matchTable } from './matchQuery.ts'
import { kindsOf, type ClaimState, type MatchClaim, type MatchItem, type MatchPair } from './match.ts'

/** Needs, resources and claims as they are asked for, and what is written into them. */
export const useMatching = () => {
  const client = useClient()
  const question = useQuestionStore()
  const speech = useSpeechStore()
  const { values, faults, change } = useViewAddress(matchTable)
  const held = useAsked(() => ({ ...(question.values.area === null ? {} : { area: question.values.area }), ...(values.value.kind === null ? {} : { category: values.value.kind }), ...(values.value.within === null ? {} : { minutes: values.value.within }) }),
    (asked, lang, signal) => client.ask(matching, { query: asked, lang, signal }))
  /** Categories are chosen from all there are, also while one of them is shown. */
  const seen = shallowRef<readonly string[]>([])
  watch(() => held.answer.value, (now) => { if (now && values.value.kind === null) seen.value = kindsOf(now.items) })
  const edits = useRowEdits(() => held.again())

  /** Both ways: a unit takes a need with what it offers, a community takes an offer; with a resource the two are matched. */
  const claim = async (item: MatchItem, pair: MatchPair | null): Promise<void> => {
    const offer = pair && item.list !== 'resource' ? held.answer.value?.items.find(({ id }) => id === pair.resource) : undefined
    const unit = offer?.unit ?? null
    const body = {
      sheet: 'claim' as const, name: '', area: item.area, unit, position: null, validFrom: null, validTo: null, date: today(),
      fields: { item: item.id, resource: pair?.resource ?? null, by: unit === null ? 'community' : 'unit', state: 'claimed', day: today(), walkMetres: pair?.walkMetres ?? null },
    }
    const made = await edits.write('', '', () => client.ask(entryExchanges.entryCreate, { body, lang: speech.lang }), (standing) => standing.etag, async () => undefined)
    if (made) edits.last.value = { id: made.record.id, said: speech.say('match.did.claimed', { name: item.name }), etag: made.etag }
  }
  const turn = async (claimed: MatchClaim, state: ClaimState): Promise<void> => {
    const { id, fields } = claimed.entry
    await edits.write(id, speech.say(`match.did.${state}`, { name: claimed.itemName }), () => client.ask(entryExchanges.entryChange, { path: { id }, body: { fields: { ...fields, state, day: today() } }, ifMatch: claimed.etag, lang: speech.lang }), (standing) => standing.etag, async () => {
      const fresh = held.answer.value?.claims.find((one) => one.entry.id === id)
      if (fresh) await turn(fresh, state)
    })
  }
  return { ...held, kinds: computed(() => [...new Set([...seen.value, ...(values.value.kind === null ? [] : [values.value.kind])])]), values, faults, change, edits, claim, turn }
}
