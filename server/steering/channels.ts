import { hash, randomBytes } from 'node:crypto'
import type { Command, Peers, Shown, SteeringEnd } from '../../geodata/contract/steering.ts'
import { Refusal } from '../answers/refusal.ts'
import { auditName, type Caller } from '../security/caller.ts'
import { oneTimeCodes } from './codes.ts'

export type SteeringEvent = { event: 'peers'; data: Peers } | { event: 'shown'; data: Shown } | { event: 'command'; data: Command } | { event: 'end'; data: { reason: SteeringEnd } }

/** A page that listens. `end`: nothing more will come. */
export type Ear = { send(event: SteeringEvent): void; end(): void }

export type Pairing = { code: string; seconds: number }

/** Walls that let themselves be steered, in memory alone. Every function throws Refusal steeringEnded for a key that is none, or of the other side. */
export type Channels = {
  /** Throws Refusal tooManyRequests when there are too many. */
  open(opener: Caller): { key: string } & Pairing
  renew(key: string): Pairing
  tell(key: string, shown: Shown): Peers
  /** The phone's key, and who opened the wall. Throws Refusal wrongCode, or tooManyRequests for an address that guessed too often. */
  join(code: string, name: string, address: string): { key: string; opener: Caller }
  /** Whether the wall's page heard it. */
  command(key: string, command: Command): boolean
  /** The function stops listening. Throws Refusal tooManyRequests for a key whose pages are too many. */
  listen(key: string, ear: Ear): () => void
  /** Why the channel of a page that listens is over; null: it goes on. */
  over(key: string): SteeringEnd | null
  /** By the wall: for all. By a phone: it leaves. */
  end(key: string): void
  /** Ends what may go on no longer: someone was shut out. */
  lookAgain(): void
  readonly size: number
  close(): void
}

type Phone = { key: string; name: string; ears: Set<Ear> }
type Channel = { key: string; opener: Caller; ears: Set<Ear>; phones: Phone[]; shown: Shown | null; /** Last thing a person did, milliseconds. */ sign: number }
type Place = { channel: Channel; /** null: the wall. */ phone: Phone | null }

/** A district has some dozens of walls; a channel is some kilobytes. */
const mostChannels = 300
/** One account or screen: pages that were reloaded leave theirs behind. */
const mostOfOne = 8
const mostPhones = 4
/** Pages of one key: a tab that was doubled, a connection that is not yet known to be gone. */
const mostEars = 6
const idleMilliseconds = 2 * 3_600_000
const laterSeconds = 60

/** `stands`: whether who opened a wall still may. */
export function openChannels(stands: (caller: Caller) => boolean, clock: () => number): Channels {
  const channels = new Set<Channel>()
  const places = new Map<string, Place>()
  const codes = oneTimeCodes<Channel>(clock)

  const earsOf = ({ ears, phones }: Channel): Ear[] => [...ears, ...phones.flatMap((phone) => [...phone.ears])]
  const peersOf = (channel: Channel): Peers => ({ wall: channel.ears.size > 0, phones: channel.phones.map(({ name, ears }) => ({ name, here: ears.size > 0 })), code: codes.stands(channel) })
  const tellPeers = (channel: Channel): void => { for (const ear of earsOf(channel)) ear.send({ event: 'peers', data: peersOf(channel) }) }

  function finish(channel: Channel, reason: SteeringEnd): void {
    const ears = earsOf(channel)
    channels.delete(channel)
    codes.drop(channel)
    for (const { key } of [channel, ...channel.phones]) places.delete(known(key))
    for (const ear of ears) dismiss(ear, reason)
  }

  function reasonToEnd(channel: Channel): SteeringEnd | null {
    if (clock() - channel.sign > idleMilliseconds) return 'idle'
    return stands(channel.opener) ? null : 'leader'
  }

  function sweep(): void {
    for (const channel of channels) {
      const reason = reasonToEnd(channel)
      if (reason) finish(channel, reason)
    }
  }

  function placeOf(key: string): Place {
    const place = places.get(known(key))
    const reason = place ? reasonToEnd(place.channel) : null
    if (place && reason) finish(place.channel, reason)
    if (!place || reason) throw new Refusal('steeringEnded')
    return place
  }

  function wallOf(key: string): Channel {
    const { channel, phone } = placeOf(key)
    if (phone) throw new Refusal('steeringEnded')
    return channel
  }

  function dropPhone(channel: Channel, phone: Phone): void {
    channel.phones = channel.phones.filter((one) => one !== phone)
    places.delete(known(phone.key))
    for (const ear of phone.ears) dismiss(ear, 'closed')
    tellPeers(channel)
  }

  function pairing(channel: Channel): Pairing {
    channel.sign = clock()
    const { digits, until } = codes.give(channel)
    return { code: digits, seconds: Math.round((until - clock()) / 1000) }
  }

  return {
    open(opener) {
      sweep()
      const own = [...channels].filter((channel) => openerOf(channel.opener) === openerOf(opener))
      for (const old of own.slice(0, Math.max(0, own.length - mostOfOne + 1))) finish(old, 'closed')
      if (channels.size >= mostChannels) throw new Refusal('tooManyRequests', { seconds: laterSeconds })
      const channel: Channel = { key: newKey(), opener, ears: new Set(), phones: [], shown: null, sign: clock() }
      channels.add(channel)
      places.set(known(channel.key), { channel, phone: null })
      return { key: channel.key, ...pairing(channel) }
    },
    renew: (key) => {
      const channel = wallOf(key)
      const told = pairing(channel)
      tellPeers(channel)
      return told
    },
    tell(key, shown) {
      const channel = wallOf(key)
      channel.shown = shown
      for (const { ears } of channel.phones) for (const ear of ears) ear.send({ event: 'shown', data: shown })
      return peersOf(channel)
    },
    join(code, name, address) {
      sweep()
      const seconds = codes.secondsLocked(address)
      if (seconds > 0) throw new Refusal('tooManyRequests', { seconds })
      const channel = codes.use(code, address)
      if (!channel) throw new Refusal('wrongCode')
      const phone: Phone = { key: newKey(), name, ears: new Set() }
      if (channel.phones.length >= mostPhones) dropPhone(channel, channel.phones.find(({ ears }) => ears.size === 0) ?? channel.phones[0])
      channel.phones.push(phone)
      channel.sign = clock()
      places.set(known(phone.key), { channel, phone })
      tellPeers(channel)
      return { key: phone.key, opener: channel.opener }
    },
    command(key, command) {
      const { channel, phone } = placeOf(key)
      if (!phone) throw new Refusal('steeringEnded')
      channel.sign = clock()
      // The page that came last: one that was there before it may be gone without a word.
      const ear = [...channel.ears].at(-1)
      ear?.send({ event: 'command', data: command })
      return ear !== undefined
    },
    listen(key, ear) {
      const { channel, phone } = placeOf(key)
      const { ears } = phone ?? channel
      if (ears.size >= mostEars) throw new Refusal('tooManyRequests', { seconds: laterSeconds })
      ears.add(ear)
      tellPeers(channel)
      if (phone && channel.shown) ear.send({ event: 'shown', data: channel.shown })
      return () => { if (ears.delete(ear) && channels.has(channel)) tellPeers(channel) }
    },
    over(key) {
      const place = places.get(known(key))
      return place ? reasonToEnd(place.channel) : 'closed'
    },
    end(key) {
      const { channel, phone } = placeOf(key)
      if (phone) dropPhone(channel, phone)
      else finish(channel, 'closed')
    },
    lookAgain: sweep,
    get size() { return channels.size },
    close() { for (const channel of channels) finish(channel, 'restart') },
  }
}

function dismiss(ear: Ear, reason: SteeringEnd): void {
  ear.send({ event: 'end', data: { reason } })
  ear.end()
}

const openerOf = (caller: Caller): string => auditName(caller) ?? caller.address
const newKey = (): string => randomBytes(32).toString('base64url')
/** Keys are looked up by their hash, so that the time of a look-up tells nothing of one. */
const known = (key: string): string => hash('sha256', key)
