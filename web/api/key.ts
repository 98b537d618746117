import { inject, type InjectionKey } from 'vue'
import type { Client } from './client.ts'

export const clientKey: InjectionKey<Client> = Symbol('client')

/** The client this app was given (main.ts gives the real one, tests a fake). */
export const useClient = (): Client => {
  const client = inject(clientKey)
  if (!client) throw new Error('No client was provided to the app.')
  return client
}
