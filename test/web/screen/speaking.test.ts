// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import App from '../../../web/App.vue'
import DeviceDialog from '../../../web/screen/device/DeviceDialog.vue'
import PairingDialog from '../../../web/screen/speak/PairingDialog.vue'
import SpeakView from '../../../web/screen/speak/SpeakView.vue'
import type { SteeringState, WallSteering } from '../../../web/screen/speak/steering.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { useSpeechStore } from '../../../web/stores/speech.ts'
import { screenSpeakZh } from '../../../web/text/screenSpeak.zh.ts'
import { sessionAnswer } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'

type Hear = (event: { data: string }) => void
const sources: { address: string; say: (name: string, data: unknown) => void }[] = []
class FakeEventSource {
  readyState = 1
  private readonly hearers: [string, Hear][] = []
  constructor(address: string) { sources.push({ address, say: (name, data) => { for (const [known, hear] of this.hearers) if (known === name) hear({ data: JSON.stringify(data) }) } }) }
  addEventListener(name: string, hear: Hear): void { this.hearers.push([name, hear]) }
  close(): void { this.readyState = 2 }
}

beforeEach(() => {
  sources.length = 0
  sessionStorage.clear()
  vi.stubGlobal('EventSource', FakeEventSource)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})
enableAutoUnmount(afterEach)

const shown = { title: '区委参观', step: 1, steps: [{ title: '全区' }, { title: '东门食堂' }, { title: '收尾' }], words: '七成老人走得到', notes: '先问候\n再讲数字', playing: true, theme: 'light', board: null }
const page = async (path: string, otherwise: Otherwise = () => undefined) => {
  const server = smallServer((ask) => otherwise(ask) ?? (ask.path === '/api/v1/steering/join' ? { body: { key: 'phone-key' } } : ask.path.endsWith('/commands') ? { body: { heard: true } } : ask.path.includes('/steering/') ? { body: { ended: true } } : undefined))
  const view = await mounted(SpeakView, { server, path })
  useSpeechStore().learn(screenSpeakZh)
  await settle()
  const button = (name: string) => view.wrapper.findAll('button').find((one) => one.text() === name || one.attributes('aria-label') === name)
  return { ...view, server, press: async (name: string): Promise<void> => { await button(name)?.trigger('click'); await settle() }, button }
}

describe('the page of the speaker\'s phone', () => {
  it('asks for six digits and says what is wrong with fewer, without asking the server', async () => {
    const { wrapper, server } = await page('/speak')
    await wrapper.get('#speak-code').setValue('12 34')
    await wrapper.get('form').trigger('submit')
    expect([wrapper.text().includes('码是六位数字'), server.askedFor('/api/v1/steering/join').length]).toEqual([true, 0])
    await wrapper.get('#speak-code').setValue('012 345')
    await wrapper.get('#speak-name').setValue('张三')
    await wrapper.get('form').trigger('submit')
    await settle()
    expect(server.askedFor('/api/v1/steering/join')[0].body).toEqual({ code: '012345', name: '张三' })
    expect(sources[0].address).toBe('/api/v1/steering/phone-key/events')
  })

  it('uses the code of a link at once and takes it out of the address', async () => {
    const { server, router } = await page('/speak#code=042137')
    expect([server.askedFor('/api/v1/steering/join')[0].body, router.currentRoute.value.fullPath]).toEqual([{ code: '042137', name: '' }, '/speak'])
  })

  it('shows the step, the words, the notes and what comes next, and presses what is pressed', async () => {
    const { wrapper, press, server, button } = await page('/speak#code=042137')
    expect(wrapper.text()).toContain('等大屏告诉这部手机它在显示什么')
    expect(button('下一步')?.attributes('disabled')).toBeDefined()
    sources[0].say('open', {})
    sources[0].say('peers', { wall: true, code: false, phones: [] })
    sources[0].say('shown', shown)
    await settle()
    for (const words of ['第\u20092\u2009步', '东门食堂', '七成老人走得到', '先问候', '收尾', '已连接大屏']) expect(wrapper.text()).toContain(words)
    for (const name of ['下一步', '上一步', '停在这里', '到第\u20093\u2009步：收尾']) await press(name)
    await wrapper.get('#speak-theme').setValue('red')
    await wrapper.get('#speak-board').setValue('noMeals')
    await wrapper.get('#speak-board').setValue('')
    await settle()
    expect(server.askedFor('/api/v1/steering/phone-key/commands').map(({ body }) => body)).toEqual([{ kind: 'next' }, { kind: 'back' }, { kind: 'pause' }, { kind: 'step', step: 2 }, { kind: 'theme', theme: 'red' }, { kind: 'board', board: 'noMeals' }, { kind: 'board', board: null }])
    sources[0].say('shown', { ...shown, step: 2, playing: false, notes: '' })
    sources[0].say('peers', { wall: false, code: false, phones: [] })
    await settle()
    for (const words of ['这是最后一步', '这一步没有提示', '播放', '大屏页面不在线']) expect(wrapper.text()).toContain(words)
  })

  it('says why it is over, and asks for a new code', async () => {
    const { wrapper } = await page('/speak#code=042137')
    sources[0].say('end', { reason: 'restart' })
    await settle()
    expect(wrapper.get('[role="alert"]').text()).toBe('服务器重新启动过，讲解已结束。请在大屏上取新的码。')
    expect(wrapper.find('#speak-code').element.getAttribute('inputmode')).toBe('numeric')
  })
})

describe('the pairing on the wall', () => {
  const steering = (first: SteeringState) => {
    const state = shallowRef(first), calls: string[] = []
    const value: WallSteering = { state, open: async () => { calls.push('open') }, tell: () => {}, onCommand: () => () => {}, close: async () => { calls.push('close') } }
    return { state, calls, value }
  }
  const dialog = async (first: SteeringState) => {
    const { state, calls, value } = steering(first)
    const { wrapper } = await mounted(PairingDialog, { props: { steering: value } })
    useSpeechStore().learn(screenSpeakZh)
    await settle()
    const press = async (name: string): Promise<void> => {
      ;[...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click()
      await settle()
    }
    return { wrapper, state, calls, press, text: () => document.body.textContent ?? '' }
  }
  const open = (other: Partial<Extract<SteeringState, { kind: 'open' }>> = {}): SteeringState => ({ kind: 'open', code: '042137', codeEnds: Date.now() + 125_000, peers: { wall: true, code: true, phones: [] }, live: true, ...other })

  it('begins by itself, and shows the code, its QR and how long it holds', async () => {
    const { state, calls, text } = await dialog({ kind: 'off' })
    expect(calls).toEqual(['open'])
    state.value = open()
    await settle()
    expect(text()).toMatch(/042137.*\/speak.*2:0\d\u2009?内有效.*还没有手机连接/)
    expect(document.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toBe('打开手机讲解页面的二维码')
  })

  it('names the phones and whether they are there, and connects one more', async () => {
    const { calls, text, press } = await dialog(open({ code: null, peers: { wall: true, code: false, phones: [{ name: '张三', here: true }, { name: '', here: false }] } }))
    expect(text()).toMatch(/张三 在线.*一部手机 暂时不在线/)
    await press('再连一部手机')
    await press('结束讲解')
    expect(calls).toEqual(['open', 'close'])
  })

  it('says that a code has run out, that the line is cut, and why it is over', async () => {
    const { state, calls, text, press } = await dialog(open({ codeEnds: Date.now() - 1, live: false }))
    expect(text()).toMatch(/与服务器的连接断了.*这个码已用过或已失效/)
    state.value = { kind: 'over', reason: 'idle', problem: null }
    await settle()
    expect(text()).toContain('两小时没有操作，讲解已自动结束。')
    await press('取新的码')
    expect(calls).toEqual(['open'])
  })
})

describe('the list of screens', () => {
  const rows = [{ id: '1', name: '一楼大厅', area: null, created: '2026-10-01T08:00:00Z', seen: null }]
  const server = () => smallServer(({ path, method, body }) => {
    if (path === '/api/v1/devices' && method === 'POST') {
      const { name } = body as { name: string }
      return name === '一楼大厅' ? refusal('deviceTaken', '已经有设备“一楼大厅”。', 409) : { body: { device: { ...rows[0], id: '2', name }, link: '/screen#device=secret-token' } }
    }
    if (path.startsWith('/api/v1/devices/')) return { body: { device: rows[0] } }
    return path === '/api/v1/devices' ? { body: { devices: rows } } : path === '/api/v1/site' ? { body: { publicUrl: 'https://linli.example', outlines: true, staff: true, exported: null, embedders: [] } } : undefined
  })
  const press = async (name: string): Promise<void> => {
    ;[...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)?.click()
    await settle()
  }
  const dialog = async () => {
    const view = await mounted(DeviceDialog, { server: server() })
    useSpeechStore().learn(screenSpeakZh)
    await settle()
    return view
  }

  it('adds one, shows its link once with a QR, and forgets it', async () => {
    const { server: asked } = await dialog()
    const field = document.querySelector<HTMLInputElement>('#device-name')
    const add = async (name: string): Promise<void> => {
      if (field) field.value = name
      field?.dispatchEvent(new Event('input'))
      await settle()
      await press('新增设备')
    }
    await add(' ')
    expect([document.body.textContent?.includes('请填设备名'), asked.asked.some(({ method }) => method === 'POST')]).toEqual([true, false])
    await add('一楼大厅')
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('已经有设备“一楼大厅”。')
    await add('二楼')
    expect(document.querySelector<HTMLInputElement>('input[readonly]')?.value).toBe('https://linli.example/screen#device=secret-token')
    expect(document.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toContain('二楼')
    await press('记下了')
    expect(document.body.innerHTML).not.toContain('secret-token')
  })

  it('removes one only after asking again', async () => {
    const { server: asked } = await dialog()
    const removals = (): number => asked.asked.filter(({ method }) => method === 'DELETE').length
    await press('移除一楼大厅')
    expect([document.body.textContent?.includes('马上停止显示'), removals()]).toEqual([true, 0])
    await press('保留')
    await press('移除一楼大厅')
    await press('确认移除一楼大厅')
    expect([removals(), asked.asked.find(({ method }) => method === 'DELETE')?.path]).toEqual([1, '/api/v1/devices/1'])
  })
})

describe('a browser that is a screen', () => {
  const screen = sessionAnswer({ role: 'leader', demoOpen: false, device: { name: '大厅', areas: [{ code: '310101', name: '望澜街道' }] } })
  const nobody = sessionAnswer({ role: 'public', demoOpen: false })

  it('is a leader of its area without an account, and is told when it was removed', async () => {
    let removed = false
    const server = smallServer(({ path }) => (path === '/api/v1/session' ? { body: removed ? nobody : screen } : undefined))
    const { wrapper, router } = await mounted(App, { server, path: '/speak' })
    const session = useSessionStore()
    await vi.waitFor(() => { if (!session.known) throw new Error('not yet') })
    expect([session.role, session.account, session.device?.name, session.areas.map(({ code }) => code), session.may('wall'), session.may('gaps')]).toEqual(['leader', null, '大厅', ['310101'], true, false])
    removed = true
    session.end()
    await settle()
    expect([session.role, session.device, wrapper.text().includes('这台大屏设备已被移除'), router.currentRoute.value.path]).toEqual(['public', null, true, '/speak'])
  })

  it('is known before anybody is led to the log-in, and the token stands in no address afterwards', async () => {
    location.hash = '#device=token-of-the-screen'
    let entered = false
    const server = smallServer(({ path }) => {
      if (path === '/api/v1/session/device') entered = true
      return path.startsWith('/api/v1/session') ? { body: entered ? screen : nobody } : path === '/api/v1/wall' ? refusal('emptyCity', '库里还没有楼栋。') : undefined
    })
    const { router } = await mounted(App, { server, path: '/screen?theme=dark#device=token-of-the-screen' })
    const session = useSessionStore()
    await vi.waitFor(() => { if (!session.known) throw new Error('not yet') }, { timeout: 20_000 })
    await settle()
    location.hash = ''
    expect([server.askedFor('/api/v1/session/device')[0]?.body, session.role, router.currentRoute.value.path, router.currentRoute.value.fullPath.includes('token')]).toEqual([{ token: 'token-of-the-screen' }, 'leader', '/screen', false])
  })
})
