// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref, type Ref } from 'vue'
import type { WallLens } from '../../../geodata/model/wall.ts'
import { useHeldStates } from '../../../web/screen/heldStates.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { useWallStore } from '../../../web/stores/wall.ts'
import { metaAnswer, sessionAnswer } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { smallServer } from '../server.ts'

const lenses = ['meals', 'evening', 'leftOut'] as const

/** A wall's map on a server whose data are of `version`: states say that version first, then the lens. */
const map = async () => {
  let version = 1
  const lens: Ref<WallLens | null> = ref('meals')
  const server = smallServer(({ path, query }) => {
    if (path === '/api/v1/session') return { body: sessionAnswer() }
    if (path === '/api/v1/meta') return { body: { ...metaAnswer(), tileVersion: String(version) } }
    const asked = lenses.findIndex((one) => one === query.get('lens'))
    return path === '/api/v1/wall/states' ? { body: new Uint8Array([version, asked]) } : undefined
  })
  let states: ReturnType<typeof useHeldStates> = ref<Uint8Array | null>(null)
  const { wrapper } = await mounted(defineComponent({ setup: () => { states = useHeldStates(() => lens.value); return () => h('p') } }), { server })
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  const change = async (): Promise<void> => {
    version += 1
    await useCityStore().refresh()
    await settle()
  }
  return { wrapper, lens, change, shown: (): number[] => [...states.value ?? []], hold: async (on: boolean): Promise<void> => { useWallStore().hold(on); await settle() } }
}

describe('states of buildings on a wall', () => {
  it('follow the data while nothing plays', async () => {
    const { wrapper, change, shown } = await map()
    expect(shown()).toEqual([1, 0])
    await change()
    expect(shown()).toEqual([2, 0])
    wrapper.unmount()
  })
  it('of every lens stay as they were while the wall is held, and are read anew when it is let go', async () => {
    const { wrapper, lens, change, shown, hold } = await map()
    await hold(true)
    await change()
    for (const [at, one] of lenses.entries()) {
      lens.value = one
      await settle()
      expect(shown()).toEqual([1, at])
    }
    await hold(false)
    expect(shown()).toEqual([2, 2])
    wrapper.unmount()
  })
  it('of a lens that was shown before the data changed are not those a tour plays', async () => {
    const { wrapper, lens, change, shown, hold } = await map()
    lens.value = null
    await settle()
    await change()
    await hold(true)
    lens.value = 'meals'
    await settle()
    expect(shown()).toEqual([2, 0])
    wrapper.unmount()
  })
  it('come anew between two rounds, also where the next step shows another lens at once', async () => {
    const { wrapper, lens, change, shown, hold } = await map()
    await hold(true)
    await change()
    // The wall is let go, moves on, and is held again before any states have come.
    useWallStore().hold(false)
    lens.value = 'evening'
    await nextTick()
    await hold(true)
    for (const [at, one] of lenses.entries()) {
      lens.value = one
      await settle()
      expect(shown()).toEqual([2, at])
    }
    wrapper.unmount()
  })
})
