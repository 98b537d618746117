// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { growthOption } from '../../../web/charts/growth.ts'
import { limitsWith, useGrowthStore } from '../../../web/stores/growth.ts'
import { coverageAnswer } from '../answers.ts'
import { withStores } from '../mounted.ts'
import { refusal, smallServer } from '../server.ts'

const colours = { bar: 'teal', asked: 'navy', ink: 'black', line: 'grey', font: 'serif', textPixels: 12 }
const share = (covered: number) => ({ covered, total: 100, share: covered / 100, estimatedShare: 0 })

describe('coverage over the limit', () => {
  it('compares the asked limit with the usual ones', () => {
    expect(limitsWith('minutes', 12)).toEqual([5, 10, 12, 15, 20, 30])
    expect(limitsWith('minutes', 10)).toEqual([5, 10, 15, 20, 30])
    expect(limitsWith('metres', undefined)).toEqual([200, 300, 500, 800, 1000])
  })
  it('asks the same question once for each limit', async () => {
    const server = withStores(smallServer(({ path, query }) => (path === '/api/v1/coverage' ? { body: coverageAnswer({ residents: share(Number(query.get('minutes'))) }) } : undefined)))
    const growth = useGrowthStore()
    await growth.ask({ asked: { category: 'canteen', group: '60plus', minutes: 12 }, lang: 'zh', revision: null })
    expect(growth.points?.map((point) => [point.limit, point.share])).toEqual([[5, 0.05], [10, 0.1], [12, 0.12], [15, 0.15], [20, 0.2], [30, 0.3]])
    expect(server.asked.every((ask) => ask.query.get('group') === '60plus' && !ask.query.has('metres'))).toBe(true)
  })
  it('shows no half of an answer when one part fails', async () => {
    withStores(smallServer(({ query }) => (query.get('minutes') === '20' ? refusal('badParameter', 'No.', 400) : undefined)))
    const growth = useGrowthStore()
    await growth.ask({ asked: { category: 'canteen', minutes: 10 }, lang: 'zh', revision: null })
    expect(growth.points).toBeNull()
    expect(growth.problem?.message).toBe('No.')
  })
  it('is drawn from nothing to all, the asked limit in its own colour', () => {
    const option = growthOption([{ label: '5', share: 0.2, asked: false, said: '20.0%' }, { label: '10', share: null, asked: true, said: '-' }], colours)
    expect(option.yAxis).toMatchObject({ min: 0, max: 1 })
    expect(option.series).toMatchObject([{ data: [{ value: 0.2, itemStyle: { color: 'teal' } }, { value: 0, itemStyle: { color: 'navy' } }] }])
  })
})
