// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { carrierContent, partsOf } from '../../../web/twonew/figures.ts'
import TwoNewView from '../../../web/views/TwoNewView.vue'
import { loggedIn } from '../answers.ts'
import { giveSize, mounted, settle } from '../mounted.ts'
import { figuresOf, twoNewAnswer } from '../registers/answers.ts'
import { smallServer, type Otherwise } from '../server.ts'

const gaps = { total: 1, next: null, rows: [{ id: 'firm-1', name: '青禾五金', kind: 'enterprise', reason: '无党组织', task: null, community: { code: 'c1', name: '东榆社区' }, carrier: null, position: null, members: 2, employees: null, instructor: null }] }
const usual: Otherwise = ({ path }) => (path === '/api/v1/organisations/coverage' ? { body: twoNewAnswer() } : path === '/api/v1/organisations/gaps' ? { body: gaps } : undefined)
const view = async (otherwise: Otherwise = usual, path = '/two-new') => {
  const shown = await mounted(TwoNewView, { server: smallServer(otherwise), path })
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  return shown
}
const words = (text: string): string => text.replace(/[\s\u2009]+/g, ' ')
beforeEach(() => giveSize(900))
afterEach(() => { document.body.innerHTML = '' })

describe('coverage of organisations', () => {
  it('tells both kinds apart, each rate with its named denominator and formula, and never their sum', async () => {
    const { wrapper } = await view()
    const kinds = wrapper.findAll('.kind')
    expect(kinds.map((kind) => words(kind.get('.rate.large').text()))).toEqual([
      '组织覆盖率50.0%10 家 ÷ 实体运营 20 家organised ÷ 实体运营数', '组织覆盖率80.0%4 家 ÷ 实体运营 5 家organised ÷ 实体运营数',
    ])
    expect(words(kinds[0].text())).toContain('登记 23 家，剔除 3 家，实体运营 20 家')
    expect(words(kinds[0].text())).toContain('未实际经营 2 已注销 1 重复登记 0'.replace(/ (?=[已重])/g, ''))
    expect(wrapper.text()).not.toMatch(/14\s*家|25\s*家/)
    wrapper.unmount()
  })
  it('is called what the catalogue says', async () => {
    const { wrapper } = await view()
    expect(wrapper.get('h1').text()).toContain('三新')
    wrapper.unmount()
  })
  it('lists single organisations for planners, and asks for the list that is chosen', async () => {
    const { wrapper, server } = await view()
    await vi.waitFor(() => expect(words(wrapper.get('.lists').text())).toContain('青禾五金东榆社区 · 企业无党组织 · 党员 2 人'), { timeout: 5000 })
    await wrapper.findAll('.lists .parts button')[3].trigger('click')
    await settle()
    expect(server.askedFor('/api/v1/organisations/gaps').at(-1)?.query.get('list')).toBe('excluded')
    wrapper.unmount()
  })
  it('shows leaders no single organisation, and asks for none', async () => {
    const { wrapper, server } = await view((ask) => (ask.path === '/api/v1/session' ? { body: loggedIn('leader') } : usual(ask)))
    expect(wrapper.find('.lists').exists()).toBe(false)
    expect(server.askedFor('/api/v1/organisations/gaps')).toEqual([])
    wrapper.unmount()
  })
  it('gives the chosen carrier both rates, and says that it lies in two communities', async () => {
    const { wrapper } = await view(undefined, '/two-new?carrier=k1')
    const card = words(wrapper.get('.card').text())
    expect(card).toContain('跨 东榆社区、纺织社区，各按所在社区计')
    expect(card).toContain('组织覆盖率 50.0%4 家 ÷ 实体运营 8 家')
    expect(card).toContain('工作覆盖率 75.0%6 家 ÷ 实体运营 8 家')
    wrapper.unmount()
  })
  it('says so where there are none', async () => {
    const none = { ...figuresOf(0, 0, 0), registered: 0 }
    const { wrapper } = await view(({ path }) => (path === '/api/v1/organisations/coverage' ? { body: twoNewAnswer({ kinds: twoNewAnswer().kinds.map((kind) => ({ ...kind, all: none })) }) } : undefined))
    expect(wrapper.text()).toContain('还没有三新组织的数据')
    wrapper.unmount()
  })
})

describe('the sign of a carrier', () => {
  it('is empty only for nothing and full only for all', () => {
    expect([[0, 9], [1, 100], [99, 100], [9, 9], [0, 0]].map(([covered, total]) => partsOf({ covered, total, share: null }))).toEqual([0, 1, 19, 20, 0])
  })
  it('tells the rates of enterprises, of social organisations where there are no others, and never of both', () => {
    const [carrier] = twoNewAnswer().carriers
    expect(carrierContent([carrier, { ...carrier, id: 'k2', enterprises: figuresOf(0, 0, 0), socialOrganisations: figuresOf(4, 4, 4) }, { ...carrier, id: 'k3', position: null }], null, null).places?.map(({ id, sign }) => [id, sign])).toEqual([['k1', 'carrier:disc:15:10'], ['k2', 'carrier:disc:20:20']])
  })
})
