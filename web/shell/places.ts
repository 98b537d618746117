import type { Role } from '../../geodata/contract/exchange.ts'
import type { QueryKey } from '../stores/query.ts'
import type { TextKey } from '../text/zh.ts'

/** A view that has a place in the navigation; `role`: the least that may enter. */
export type ViewPlace = {
  path: string
  title: TextKey
  role: Role
  /** The catalogue's own name for it stands instead of the title. */
  named?: 'twoNewLabel'
  /** What is searched for can be opened here. */
  finds?: true
  /** A page of its own (web/find.html), beyond this app: a plain link. */
  apart?: true
}

/** The views there are, in the order of the bar. */
export const viewPlaces: readonly ViewPlace[] = [
  { path: '/plan', title: 'view.plan', role: 'leader', finds: true },
  { path: '/registers', title: 'view.registers', role: 'leader' },
  { path: '/completeness', title: 'view.completeness', role: 'public' },
  { path: '/two-new', title: 'view.twoNew', role: 'leader', named: 'twoNewLabel' },
  { path: '/heat', title: 'view.heat', role: 'leader' },
  { path: '/tasks', title: 'view.tasks', role: 'leader' },
  { path: '/matching', title: 'view.matching', role: 'leader' },
  { path: '/screen', title: 'view.screen', role: 'leader' },
  { path: '/data', title: 'view.data', role: 'editor', finds: true },
  { path: '/find', title: 'view.find', role: 'leader', apart: true },
]

declare module 'vue-router' {
  interface RouteMeta {
    title?: TextKey
    /** The least role that may enter; absent: anybody. */
    role?: Role
    /** Parameters of the question that stand in this view's address, so that its link restores them. */
    shares?: readonly QueryKey[]
    /** The view is the whole page: no bar above it, no search over it. */
    bare?: true
    /** Shows the shape of what comes before it is known who reads. */
    early?: true
  }
}

/** Where a link of ours may lead after a log-in: a path of this origin, and not back to the log-in. Null: nowhere. */
export const ownPath = (to: unknown): string | null =>
  (typeof to === 'string' && /^\/(?![/\\])[^\\]*$/.test(to) && !/^\/log-in(?:[/?#]|$)/.test(to) && to.length <= 2000 ? to : null)
