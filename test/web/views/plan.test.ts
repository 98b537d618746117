// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../../web/App.vue'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { categoriesAnswer, coverageAnswer, gapsAnswer, metaAnswer } from '../answers.ts'
import { giveSize, mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'

/** A desk: every media query about width holds. */
const desk = (): void => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width') && !query.includes('2400'), media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {}, dispatchEvent: () => false, onchange: null,
  }))
}
const plan = (otherwise?: Otherwise, path = '/plan') => mounted(App, { server: smallServer(otherwise), path })

beforeEach(() => {
  desk()
  giveSize()
})
afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe("the planner's view", () => {
  it('answers the first question by itself: share, rule, four denominators, list', async () => {
    const { wrapper } = await plan()
    const text = wrapper.text()
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
    expect(text).toContain('就算走得到')
    expect(wrapper.findAll('.answer dl > div')).toHaveLength(4)
    expect(wrapper.findAll('[role=option]').length).toBeGreaterThan(5)
    wrapper.unmount()
  })
  it('asks in the words of the address', async () => {
    const { wrapper, server } = await plan(undefined, '/plan?category=clinic&metres=450&metric=straight&profile=elderly&group=children&area=310101001&sort=name')
    expect(server.askedFor('/api/v1/coverage').at(-1)?.query.toString()).toBe('category=clinic&metric=straight&profile=elderly&group=children&area=310101001&metres=450')
    expect(server.askedFor('/api/v1/coverage/gaps').at(-1)?.query.get('sort')).toBe('name')
    wrapper.unmount()
  })
  it('writes a choice into the address, and takes it back on "back"', async () => {
    const { wrapper, router } = await plan()
    await wrapper.find('.bar select').setValue('clinic')
    await settle()
    expect(router.currentRoute.value.query).toEqual({ category: 'clinic' })
    router.back()
    await settle()
    expect(useQuestionStore().category?.code).toBe('canteen')
    wrapper.unmount()
  })
  it('says which part of a link makes no sense, and goes on with the default', async () => {
    const { wrapper } = await plan(undefined, '/plan?minutes=ten&category=palace')
    expect(wrapper.get('.notices').text()).toContain('minutes')
    expect(wrapper.get('.notices').text()).toContain('palace')
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
    wrapper.unmount()
  })
  it('leaves an unknown area for the whole city and says so', async () => {
    const { wrapper, router } = await plan(({ path, query }) => (path === '/api/v1/coverage' && query.get('area') === '999' ? refusal('unknownArea', '没有这个区域。') : undefined), '/plan?area=999')
    expect(wrapper.get('.notices').text()).toContain('999')
    expect(router.currentRoute.value.query).toEqual({})
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
    wrapper.unmount()
  })
  it('shows the shape of what comes before anything is there', async () => {
    const { wrapper } = await plan(({ path }) => (path === '/api/v1/meta' ? undefined : new Promise(() => {})))
    expect(wrapper.findAll('.answer .bone').length).toBeGreaterThan(2)
    expect(wrapper.findAll('.gaps .bone').length).toBeGreaterThan(2)
    wrapper.unmount()
  })
  it('tells an empty database what to do, and notices when it is filled', async () => {
    const { wrapper } = await plan(({ path }) => (path === '/api/v1/meta' ? { body: metaAnswer({ name: '', empty: true }) } : undefined))
    expect(wrapper.text()).toContain('npm run linli -- demo')
    expect(wrapper.find('.answer').exists()).toBe(false)
    wrapper.unmount()
  })
  it('tells a register of areas that buildings are missing, and offers no demonstration city', async () => {
    const { wrapper } = await plan(({ path }) => (path === '/api/v1/meta' ? { body: metaAnswer({ empty: true }) } : undefined))
    expect(wrapper.text()).toContain('库里还没有楼栋')
    expect(wrapper.text()).not.toContain('npm run linli -- demo')
    wrapper.unmount()
  })
  it('says when everybody is within reach', async () => {
    const { wrapper } = await plan(({ path }) => (path === '/api/v1/coverage/gaps' ? { body: gapsAnswer(0) } : undefined))
    expect(wrapper.get('.gaps').text()).toContain('没有服务空白楼栋')
    wrapper.unmount()
  })
  it('says when there is no site of the kind, and when none admits the group', async () => {
    const none = await plan(({ path }) => (path === '/api/v1/coverage' ? { body: coverageAnswer({ facilities: 0, admittingFacilities: 0 }) } : undefined))
    expect(none.wrapper.get('.answer').text()).toContain('没有社区食堂')
    none.wrapper.unmount()
    const closed = await plan(({ path }) => (path === '/api/v1/coverage' ? { body: coverageAnswer({ facilities: 3, admittingFacilities: 0 }) } : undefined))
    expect(closed.wrapper.get('.answer').text()).toContain('没有一处向')
    closed.wrapper.unmount()
  })
  it('says when the city has no sites at all', async () => {
    const { wrapper } = await plan(({ path }) => (path === '/api/v1/categories' ? { body: categoriesAnswer(0) } : undefined))
    expect(wrapper.get('.notices').text()).toContain('还没有任何服务点位')
    wrapper.unmount()
  })
  it('has no share where nobody of the group lives', async () => {
    const nobody = { covered: 0, total: 0, share: null, estimatedShare: null }
    const { wrapper } = await plan(({ path }) => (path === '/api/v1/coverage' ? { body: coverageAnswer({ residents: nobody }) } : undefined))
    expect(wrapper.find('.answer .large').exists()).toBe(false)
    expect(wrapper.find('.answer .hatch').exists()).toBe(true)
    wrapper.unmount()
  })
  it('keeps the last good picture when the server goes away, says since when, and asks again', async () => {
    let up = true
    const { wrapper } = await plan(() => (up ? undefined : { status: 502, body: '' }))
    up = false
    await wrapper.find('.bar select').setValue('clinic')
    await settle()
    expect(wrapper.get('.notices').text()).toContain('连不上服务器')
    expect(wrapper.get('.notices').text()).toMatch(/\d\d:\d\d/)
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
    up = true
    await wrapper.get('.notices button').trigger('click')
    await settle()
    expect(wrapper.get('.notices').text()).not.toContain('连不上服务器')
    wrapper.unmount()
  })
  it('works with tables and a plain map where there is no WebGL2, and says so', async () => {
    const { wrapper } = await plan()
    expect(wrapper.get('.chart').text()).toContain('这里是平面简图')
    expect(wrapper.findAll('.areas tbody .row').length).toBeGreaterThan(0)
    wrapper.unmount()
  })
  it('speaks English when asked to, and asks the server in English', async () => {
    const { wrapper, server } = await plan(undefined, '/plan?lang=en')
    // The English texts are a file of their own, fetched on demand.
    await vi.waitFor(() => {
      expect(wrapper.get('.gaps h2').text()).toContain('Buildings left out')
      expect(server.askedFor('/api/v1/coverage').at(-1)?.lang).toBe('en')
    }, { timeout: 20_000 })
    expect(document.documentElement.lang).toBe('en')
    wrapper.unmount()
  })
  it('takes the theme from the address', async () => {
    const { wrapper } = await plan(undefined, '/plan?theme=dark')
    expect(document.documentElement.dataset.theme).toBe('dark')
    wrapper.unmount()
  })
})
