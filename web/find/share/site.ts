import { shallowRef, type ShallowRef } from 'vue'
import { site as siteExchange } from '../../../geodata/contract/meta.ts'
import type { Client } from '../../api/client.ts'

/** The origin that links begin with: the one the deployment is known by, else the page's own. */
export const useOrigin = (client: Client): ShallowRef<string> => {
  const origin = shallowRef(location.origin)
  void client.ask(siteExchange).then((outcome) => { if (outcome.ok && outcome.value.publicUrl !== null) origin.value = outcome.value.publicUrl })
  return origin
}
