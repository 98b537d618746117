import { openTab, tickMs, type Tab, type TabMessage } from '../../../web/live/election.ts'

type Held = { id: string; tab: Tab; frozen: boolean; queue: TabMessage[]; turns: boolean[]; live: boolean[] }

/** Several tabs of one browser with one clock; messages arrive at its next beat, at a frozen tab when it wakes. */
export const room = () => {
  let time = 0
  const tabs: Held[] = []
  const come = (id: string): Held => {
    const queue: TabMessage[] = []
    const held: Partial<Held> & Pick<Held, 'id' | 'frozen' | 'queue' | 'turns' | 'live'> = { id, frozen: false, queue, turns: [], live: [] }
    const send = (message: TabMessage): void => {
      for (const other of tabs) if (other.id !== id) other.queue.push(message)
    }
    held.tab = openTab({ id, now: () => time, send, turns: (speaking) => held.turns.push(speaking), changes: (live) => held.live.push(live) })
    tabs.push(held as Held)
    return held as Held
  }
  /** Lets time pass; every tab that is awake looks at the clock as browsers let it. */
  const pass = (milliseconds: number): void => {
    for (const end = time + milliseconds; time < end;) {
      time += tickMs
      for (const held of tabs) if (!held.frozen) deliver(held)
      for (const held of tabs) if (!held.frozen) held.tab.tick()
    }
  }
  const deliver = (held: Held): void => { for (const message of held.queue.splice(0)) held.tab.hear(message) }
  const wake = (held: Held): void => {
    held.frozen = false
    deliver(held)
  }
  const close = (held: Held): void => {
    held.tab.leave()
    tabs.splice(tabs.indexOf(held), 1)
  }
  /** A tab that is killed says nothing. */
  const kill = (held: Held): void => void tabs.splice(tabs.indexOf(held), 1)
  const speakers = (): string[] => tabs.filter((held) => !held.frozen && held.tab.speaking()).map((held) => held.id)
  return { come, pass, wake, close, kill, speakers, tabs }
}
