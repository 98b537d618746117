// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import StepList from '../../../web/plan/StepList.vue'
import { useScenarioStore } from '../../../web/stores/scenario.ts'
import { useSpeechStore } from '../../../web/stores/speech.ts'
import { planZh } from '../../../web/text/plan.zh.ts'
import { mounted, settle } from '../mounted.ts'

test('a step that is taken away leaves the keys with the one that moves up, and at last with the tools', async () => {
  const tools = document.body.appendChild(Object.assign(document.createElement('button'), { id: 'try-begin' }))
  const { wrapper } = await mounted(StepList)
  useSpeechStore().learn(planZh)
  useScenarioStore().add({ kind: 'close', facility: 'f-1' }, { kind: 'close', facility: 'f-2' }, { kind: 'close', facility: 'f-3' })
  await settle()
  const drop = async (at: number): Promise<string | null> => {
    const button = wrapper.findAll('button')[at]
    ;(button.element as HTMLElement).focus()
    await button.trigger('click')
    await settle()
    return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? null
  }
  expect(await drop(1)).toMatch(/第.?2.?步/)
  expect(await drop(1)).toMatch(/第.?1.?步/)
  expect(await drop(0)).toBe('try-begin')
  wrapper.unmount()
  tools.remove()
})
