import type { Component } from 'vue'

/**
 * Parts of the page that come when they are asked for, each a chunk of its own. A part that is not there is not offered.
 * All of them find the page's state by `useFind()`.
 */
export type Slots = {
  /** List and map in step: beside the list where there is room, else when asked for. */
  map?: () => Promise<{ default: Component }>
  /** The way to one place, drawn on its card. */
  route?: () => Promise<{ default: Component }>
  /** Chooses a spot to start from; emits `choose` with a position, `close`. */
  spot?: () => Promise<{ default: Component }>
  /** Link, QR and sheet of what is on the page; emits `close`. */
  share?: () => Promise<{ default: Component }>
  /** A line that says how old what is shown is, and what does not work without a connection. */
  offline?: () => Promise<{ default: Component }>
  /** /find/sheet. */
  sheet?: () => Promise<{ default: Component }>
  /** /embed. */
  embed?: () => Promise<{ default: Component }>
}

export const slots: Slots = {
  map: () => import('./map/MapSlot.vue'), route: () => import('./map/RouteMap.vue'), spot: () => import('./map/SpotPick.vue'),
  share: () => import('./share/SharePart.vue'), offline: () => import('./offline/OfflineLine.vue'), sheet: () => import('./sheet/SheetPage.vue'), embed: () => import('./embed/EmbedPage.vue'),
}
