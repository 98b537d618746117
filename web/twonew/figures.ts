import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { organisationCoverage } from '../../geodata/contract/twoNew.ts'
import type { Scene } from '../../geodata/model/organisation.ts'
import type { CarrierShape, OverlayContent } from '../map/overlay/shapes.ts'

export type TwoNew = AnswerOf<typeof organisationCoverage>
export type Kind = TwoNew['kinds'][number]
export type Figures = Kind['all']
export type Rate = Figures['organised']
export type Carrier = TwoNew['carriers'][number]

/** The figures told by a rate, in the order of the page, each with what its denominator is. */
export const rates = [
  { of: 'single', over: 'two.ofOperating' }, { of: 'joint', over: 'two.ofOperating' }, { of: 'work', over: 'two.ofOperating' },
  { of: 'due', over: 'two.ofDue' }, { of: 'attached', over: 'two.ofOperating' }, { of: 'overRegistered', over: 'two.ofRegistered' },
] as const satisfies readonly { of: keyof Figures; over: string }[]

export const excludedOf = ({ excluded }: Figures): number => excluded.shell + excluded.closed + excluded.duplicate

/** A carrier is known by the shape of its kind. */
export const shapeOf: Readonly<Record<Scene, CarrierShape>> = { tower: 'disc', park: 'diamond', market: 'square', internet: 'hexagon', other: 'disc' }

/** Parts of twenty, as a carrier's picture shows them; only nothing is empty and only everything full. */
const parts = 20
export const partsOf = ({ covered, total }: Rate): number => (total === 0 || covered === 0 ? 0 : covered === total ? parts : Math.min(parts - 1, Math.max(1, Math.round((covered / total) * parts))))

/** Carriers with their rates of enterprises, where there are any, else of social organisations; never of both together. */
export const carrierContent = (carriers: readonly Carrier[], chosen: string | null, hovered: string | null): OverlayContent => ({
  places: carriers.flatMap(({ id, name, kind, position, enterprises, socialOrganisations }) => {
    const figures = enterprises.operating > 0 ? enterprises : socialOrganisations
    return position === null ? [] : [{ id, name, position, sign: `carrier:${shapeOf[kind]}:${partsOf(figures.work)}:${partsOf(figures.organised)}` as const }]
  }),
  chosen, hovered,
})
