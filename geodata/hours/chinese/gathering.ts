import type { Days } from '../rule.ts'
import { isSpent, newGroup, saysNothing, type Group, type Joint } from './group.ts'
import type { Trouble } from './grouped.ts'

/** The groups gathered so far and the one that is being filled. */
export class Gathering {
  groups: Group[] = []
  group: Group = newGroup(0, null, false)
  troubles: Trouble[] = []
  joint: Joint = 'none'
  scope: Days['seasons'] = null
  /** 另有 stood there, and whatever days come next add to others. */
  adding = false

  trouble({ from, to }: Trouble): void {
    this.troubles.push({ from, to })
  }

  /** A group of which nothing was said yet. */
  spare(from: number): Group {
    if (isSpent(this.group)) this.push(from)
    return this.group
  }

  /** Puts the group away and begins the next. */
  push(from = 0, but = false): void {
    const { group } = this
    if (group.seasonLabel && !group.alternatives.some((days) => days.seasons !== null)) this.trouble(group)
    const empty = saysNothing(group)
    if (!empty) this.groups.push(group)
    this.group = newGroup(from, this.scope, but || (empty && group.but))
    this.group.booked = empty && group.booked
    this.group.adds = this.adding
    this.adding = false
    this.joint = 'none'
  }
}
