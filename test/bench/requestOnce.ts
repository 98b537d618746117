import { get, type Agent } from 'node:http'

/** One GET, read to its end and thrown away. */
export function requestOnce(address: string, agent: Agent, gzip: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: gzip ? { 'accept-encoding': 'gzip' } : {} }, (response) => {
      response.resume()
      response.once('end', () => resolve())
    }).once('error', reject)
  })
}
