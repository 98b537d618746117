import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { meta, site as siteExchange } from '../../../geodata/contract/meta.ts'
import type { Client } from '../../api/client.ts'

/** The origin that links begin with: the one the deployment is known by, else the page's own. */
export const useOrigin = (client: Client): ShallowRef<string> => {
  const origin = shallowRef(location.origin)
  void client.ask(siteExchange).then((outcome) => { if (outcome.ok && outcome.value.publicUrl !== null) origin.value = outcome.value.publicUrl })
  return origin
}

/** The city's name, and whom its data are owed to; '' until it is known, or where they are owed to nobody. */
export const useCity = (client: Client): ShallowRef<{ name: string; attribution: string }> => {
  const city = shallowRef({ name: '', attribution: '' })
  void client.ask(meta).then((outcome) => { if (outcome.ok) city.value = outcome.value })
  return city
}

export const useAttribution = (client: Client): ComputedRef<string> => {
  const city = useCity(client)
  return computed(() => city.value.attribution)
}
