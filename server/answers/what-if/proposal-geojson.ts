import { unproject } from '../../../geodata/kernel/plane.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import type { Step } from '../../../geodata/model/step.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { demoMark } from '../export-file.ts'
import type { ExportedGap } from '../gap-table.ts'
import type { OpenCity } from '../open-city.ts'
import { tellsFew } from './few-people.ts'
import type { whatIfAnswer } from './what-if-answer.ts'

type WhatIf = Awaited<ReturnType<typeof whatIfAnswer>>

/** `role` tells what a feature is: site, step, gained, lost or left. Figures, question and rule stand beside the features; counts of people that tell of fewer than k are null. */
export async function proposalGeojson({ city, identity }: OpenCity, answer: WhatIf, overlay: Overlay, gaps: readonly ExportedGap[], steps: readonly Step[], k: number, name: string, language: Language): Promise<object> {
  const { gained, lost, byArea: _, levelsLeftOut: __, steps: told, ...head } = answer
  const point = (position: readonly [number, number]): object => ({ type: 'Point', coordinates: position })
  const changed = (role: 'gained' | 'lost', rows: WhatIf['gained']['rows']): object[] => rows.map(({ building, residents, before, after }) => ({ type: 'Feature', id: building.id, geometry: point(building.position), properties: { role, name: building.name, residents, before, after } }))
  const placeOf = (step: Step): object | null => {
    if (step.kind === 'add') return point(step.site.position)
    if (step.kind === 'move') return point(step.position)
    if (step.kind === 'passage') return { type: 'LineString', coordinates: [step.from, step.to] }
    const node = step.kind === 'openGate' ? city.gates.node[city.gates.ids.indexOf(step.gate)] ?? -1 : -1
    if (step.kind === 'openGate') return node < 0 ? null : point(unproject(city.plane, city.network.nodeX[node], city.network.nodeY[node]))
    const at = city.facilities.byId.get(step.facility) ?? -1
    return at < 0 ? null : point(unproject(city.plane, city.facilities.x[at], city.facilities.y[at]))
  }
  const admitting = new Set(sourcesOf(city, overlay, answer.question.category, answer.question.group).map(({ id }) => id))
  return {
    type: 'FeatureCollection', name: name === '' ? identity.name : name, attribution: identity.attribution, notice: identity.demo ? demoMark[language] : null, ...head, ...shownPeople(answer, k),
    features: [
      ...sourcesOf(city, overlay, answer.question.category, 'any').map(({ id, x, y }) => ({ type: 'Feature', id, geometry: point(unproject(city.plane, x, y)), properties: { role: 'site', admits: admitting.has(id) } })),
      ...steps.map((step, at) => ({ type: 'Feature', id: `step-${at + 1}`, geometry: placeOf(step), properties: { role: 'step', number: at + 1, kind: step.kind, name: told[at]?.sentence ?? '' } })),
      ...changed('gained', gained.rows), ...changed('lost', lost.rows),
      ...gaps.map(({ building, residents, residentsText, state, reason, nearest }) => ({ type: 'Feature', id: building.id, geometry: point(building.position), properties: { role: 'left', name: building.name, residents: residents ?? residentsText, state, reason, nearest: nearest?.name ?? null, metres: nearest?.metres ?? null } })),
    ],
  }
}

function shownPeople({ before, after, difference, groups }: WhatIf, k: number): object {
  const hides = tellsFew({ before: before.residents.covered, after: after.residents.covered, total: after.residents.total }, k)
  const untold = { covered: null, total: null, share: null, estimatedShare: null }
  return {
    before: hides ? { ...before, residents: untold } : before, after: hides ? { ...after, residents: untold } : after, difference: hides ? { ...difference, residents: null } : difference,
    groups: groups.map((row) => (tellsFew(row, k) ? { group: row.group, before: null, after: null, total: null } : row)),
  }
}
