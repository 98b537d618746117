import { isoInstant } from '../../../geodata/hours/clock.ts'
import { emptyAddress, writeAddress, type FindAddress } from '../address.ts'

/** What of the page goes along in a link. */
export type Along = { start: boolean; who: boolean; /** Epoch milliseconds at which whoever opens it shall see things; null: when it is opened. */ at: number | null }

/** The link that shows elsewhere what is shown here. */
export const linkTo = (origin: string, address: FindAddress, along: Along): string => origin + writeAddress({
  ...address, page: 'find', at: along.at === null ? null : isoInstant(along.at),
  ...(along.start ? {} : { from: null, near: null, resident: null }), ...(along.who ? {} : { age: null, audience: null, resident: null }),
})

/** The sheet of a building; null: it starts from no building. */
export const sheetLink = ({ from, wish }: FindAddress): string | null => (from === null ? null : writeAddress({ ...emptyAddress, page: 'sheet', from, wish }))

/** What the QR on a sheet holds: as short as may be, so that it is read from afar. */
export const doorLink = (origin: string, building: string): string => `${origin}/?from=${encodeURIComponent(building)}`

/** Code for another site. */
export const embedCode = (origin: string, { area, wish, title }: { area: string | null; wish: string | null; title: string }): string => {
  const query = new URLSearchParams([...(area === null ? [] : [['area', area]]), ...(wish === null || wish === 'all' ? [] : [['wish', wish]])]).toString()
  return `<iframe src="${origin}/embed${query === '' ? '' : `?${query.replace(/&/g, '&amp;')}`}" title="${title.replace(/"/g, '&quot;')}" width="100%" height="480" style="border:0" loading="lazy"></iframe>`
}

/** Whether only this machine or network can open links of this origin. */
export const isLocal = (origin: string): boolean => /^https?:\/\/(?:localhost(?:[:/]|$)|\[|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(origin)

