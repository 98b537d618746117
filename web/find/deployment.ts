import { meta, site } from '../../geodata/contract/meta.ts'
import type { Client } from '../api/client.ts'

/** What the server says of itself and owes for its data. `exported`: ISO instant at which a server for the public alone was given what it shows; null: it shows the house's own data. */
export type Deployment = { /** Whether the staff log in here. */ staff: boolean; exported: string | null; attribution: string }

/** Asked for after the list stands, since nothing of it hangs thereon. */
export async function deploymentOf(client: Client): Promise<Deployment> {
  const [own, city] = await Promise.all([client.ask(site), client.ask(meta)])
  return { staff: own.ok && own.value.staff, exported: own.ok ? own.value.exported : null, attribution: city.ok ? city.value.attribution : '' }
}
