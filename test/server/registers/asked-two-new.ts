import { standsOn } from '../../../geodata/model/entry.ts'
import type { Organisation } from '../../../geodata/model/organisation.ts'
import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { columnOf, headline, sum, type Asked, type Counting } from './asked.ts'

/** Operating enterprises or societies, each credit code once: in the demo the later of two rows of one code is the branch that is left out. */
function operating({ all, day }: Counting, kind: Organisation['kind']): Organisation[] {
  const codes = new Set<string>()
  return all('organisation').filter((one) => {
    if (!standsOn(one, day) || one.kind !== kind || one.operating === 'shell' || one.operating === 'closed' || codes.has(one.creditCode ?? '')) return false
    codes.add(one.creditCode ?? '')
    return true
  })
}

const isOrganised = ({ organised }: Organisation): boolean => organised === 'single' || organised === 'joint'
const isReached = (one: Organisation): boolean => isOrganised(one) || one.work !== 'none'
const isUndone = ({ members, organised }: Organisation): boolean => (members ?? 0) >= 3 && organised !== 'single'

export const twoNewAsked: Partial<Record<RegisterCode, Asked>> = {
  twoNewCover: {
    told: (answer) => [...headline(answer, 'operating'), headline(answer, 'organised')[0], headline(answer, 'work')[0], headline(answer, 'undone')[0], ...headline(answer, 'societiesOrganised'), sum(columnOf(answer, 'operating') as number[], (count) => count), columnOf(answer, 'carrier')[0]],
    counted(demo) {
      const firms = operating(demo, 'enterprise'), societies = operating(demo, 'socialOrganisation'), undone = firms.filter(isUndone)
      const carriers = demo.rows('carrier').map(({ id, name }) => ({ name, undone: undone.filter(({ carrier }) => carrier === id).length }))
      return [firms.length, 705, firms.filter(isOrganised).length, firms.filter(isReached).length, undone.length, societies.filter(isOrganised).length, societies.length, firms.length, carriers.toSorted((a, b) => b.undone - a.undone)[0].name]
    },
  },
  newFields: {
    told: (answer) => [...(['single', 'joint', 'workOnly', 'uncovered'] as const).map((code) => headline(answer, code)[0]), ...(['tower', 'park', 'market', 'internet'] as const).flatMap((code) => headline(answer, code)), sum(columnOf(answer, 'uncovered') as number[], (count) => count)],
    counted(demo) {
      const firms = operating(demo, 'enterprise').filter(({ scene }) => scene !== 'other'), count = (of: (one: Organisation) => boolean): number => firms.filter(of).length
      const scenes = (['tower', 'park', 'market', 'internet'] as const).flatMap((scene) => [count((one) => one.scene === scene && isOrganised(one)), count((one) => one.scene === scene)])
      const uncovered = count((one) => !isReached(one))
      return [count(({ organised }) => organised === 'single'), count(({ organised }) => organised === 'joint'), count((one) => isReached(one) && !isOrganised(one)), uncovered, ...scenes, uncovered]
    },
  },
  instructors: {
    told: (answer) => [headline(answer, 'posts')[0], ...headline(answer, 'communitiesWith'), headline(answer, 'firms')[0], headline(answer, 'societies')[0], headline(answer, 'waiting')[0], headline(answer, 'room')[0]],
    counted(demo) {
      const desks = demo.rows('instructor'), communities = demo.all('area').filter(({ level }) => level === 'community'), both = [operating(demo, 'enterprise'), operating(demo, 'socialOrganisation')]
      const waits = (one: Organisation): boolean => !isReached(one) || (isUndone(one) && one.instructor === null)
      return [
        sum(desks, ({ fields }) => fields.count), communities.filter(({ code }) => desks.some(({ area }) => area === code)).length, communities.length, ...both.map((all) => all.filter(({ instructor }) => instructor !== null).length),
        both.flat().filter(waits).length, sum(desks, ({ fields }) => fields.room),
      ]
    },
  },
}
