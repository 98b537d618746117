import { describe, expect, it } from 'vitest'
import { openStream, reopenPausesMs, type News, type Source } from '../../../web/live/stream.ts'

/** A stream whose server is the test. */
const served = () => {
  const opened: { address: string; source: Source; tell: (name: string, data?: string) => void; shut: boolean }[] = []
  const news: News[] = []
  const standing: boolean[] = []
  const waiting: { after: () => void; milliseconds: number }[] = []
  let refusals = 0
  const stream = openStream({
    open: (address) => {
      const hear = new Map<string, (event: { data: string }) => void>()
      const held = { address, shut: false, source: { readyState: 1, addEventListener: (name: string, on: (event: { data: string }) => void) => void hear.set(name, on), close: () => { held.shut = true } }, tell: (name: string, data = '') => hear.get(name)?.({ data }) }
      opened.push(held)
      return held.source
    },
    news: (found) => news.push(found), stands: (now) => standing.push(now), refused: () => { refusals += 1 },
    later: (after, milliseconds) => {
      const one = { after, milliseconds }
      waiting.push(one)
      return () => void waiting.splice(waiting.indexOf(one), 1)
    },
  })
  return { stream, opened, news, standing, waiting, refusals: () => refusals }
}

describe('the stream of news', () => {
  it('hands on what the contract describes, and lets be what it does not', () => {
    const { opened: [one], news } = served()
    one.tell('versions', '{"revision":"2","tileVersions":{"base":"1"}}')
    one.tell('job', '{"id":"a","state":"running","stage":"","done":1,"total":null}')
    one.tell('session')
    for (const data of ['', '{', 'null', '{"revision":2}']) one.tell('versions', data)
    expect(one.address).toBe('/api/v1/events')
    expect(news.map((found) => found.name)).toEqual(['versions', 'job', 'session'])
  })
  it('stands once it is open, and falls while the browser looks for it', () => {
    const { opened: [one], standing, waiting } = served()
    one.tell('open')
    one.source.readyState = 0
    one.tell('error')
    expect(standing).toEqual([true, false])
    expect(waiting).toEqual([])
  })
  it('is opened anew when the browser gives it up, after longer and longer pauses, and says that it was refused', () => {
    const { opened, waiting, refusals } = served()
    for (let time = 0; time < 6; time += 1) {
      const last = opened[opened.length - 1]
      last.source.readyState = 2
      last.tell('error')
      waiting[waiting.length - 1].after()
    }
    expect(waiting.map((one) => one.milliseconds)).toEqual([...reopenPausesMs, 10_000, 10_000])
    expect([opened.length, refusals()]).toEqual([7, 6])
  })
  it('is not opened again once it was closed', () => {
    const { stream, opened, waiting } = served()
    opened[0].source.readyState = 2
    opened[0].tell('error')
    stream.close()
    expect([opened[0].shut, waiting]).toEqual([true, []])
  })
})
