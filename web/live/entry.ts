import type { Router } from 'vue-router'
import { useClient } from '../api/key.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { problemSentence } from '../text/problem.ts'

/** The token behind the hash sign of a screen's link; null: there is none. */
export const deviceToken = (fragment: string): string | null => /^#device=([\w-]+)$/.exec(fragment)?.[1] ?? null

/** Whoever opens the link of a screen is that screen before anything is asked for; who reads is not known until then. */
export const enterByLink = (router: Router): void => {
  const token = deviceToken(location.hash)
  if (token === null) return
  const session = useSessionStore()
  const speech = useSpeechStore()
  const client = useClient()
  const entered = import('../screen/device.ts').then(({ enterAsDevice }) => enterAsDevice(token, {
    client, lang: speech.lang,
    clear: async () => {
      await router.isReady()
      const { path, query } = router.currentRoute.value
      await router.replace({ path, query, hash: '' })
    },
    waiting: () => session.sayOfDevice(speech.say('shell.deviceWaiting')),
    pause: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds) }),
  }))
  void session.enterAsDevice(entered, (problem) => problemSentence(problem, speech.say))
}
