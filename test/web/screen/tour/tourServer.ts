import type { TourAnswer } from '../../../../geodata/contract/tours.ts'
import { loggedIn } from '../../answers.ts'
import { refusal, smallServer, type Ask, type Reply } from '../../server.ts'
import { wallAnswer } from '../answers.ts'

export const tourStep = (more: Partial<TourAnswer['steps'][number]> = {}): TourAnswer['steps'][number] => ({ place: { area: null, only: [], camera: null, building: null }, subject: null, month: null, words: '', notes: '', seconds: 10, gone: null, goneSaid: '', ...more })
export const tourAnswer = (id: string, steps: TourAnswer['steps'], more: Partial<TourAnswer> = {}): TourAnswer => ({ id, name: `路线 ${id}`, etag: `"${id}-1"`, changed: '2026-11-22T08:00:00.000Z', by: '李四', usual: false, steps, ...more })

/** A server that keeps tours as the real one does: whoever saves names what they have read. */
export const tourServer = (tours: TourAnswer[]) => {
  let made = 1
  const write = ({ body, path }: Ask, id: string): Reply => {
    const { name, steps } = body as Pick<TourAnswer, 'name' | 'steps'>
    const tour = tourAnswer(id, steps.map((step) => ({ ...step, gone: null, goneSaid: '' })), { name, etag: `"${path}-${++made}"`, by: '我' })
    const at = tours.findIndex((one) => one.id === id)
    if (at < 0) tours.push(tour)
    else tours[at] = tour
    return { body: tour }
  }
  return smallServer((ask) => {
    if (ask.path === '/api/v1/session') return { body: loggedIn('editor') }
    if (ask.path === '/api/v1/wall') return { body: wallAnswer() }
    if (ask.path === '/api/v1/tours' && ask.method === 'GET') return { body: { tours } }
    if (ask.path === '/api/v1/tours') return write(ask, (ask.body as { id?: string }).id ?? `t-${made}`)
    const id = /^\/api\/v1\/tours\/(.+)$/.exec(ask.path)?.[1]
    if (id === undefined) return undefined
    const standing = tours.find((one) => one.id === id)
    if (!standing) return refusal('unknownTour', '没有')
    if (ask.headers.get('if-match') !== standing.etag) return refusal('tourChanged', '刚被改过', 412)
    if (ask.method === 'PATCH') return write(ask, id)
    tours.splice(tours.indexOf(standing), 1)
    return { body: { id } }
  })
}
