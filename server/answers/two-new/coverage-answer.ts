import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { organisationCoverage } from '../../../geodata/contract/twoNew.ts'
import type { AreaLevel } from '../../../geodata/model/area.ts'
import { organisationKinds, scenes, type OrganisationKind } from '../../../geodata/model/organisation.ts'
import { formulaNames, sizes, type FormulaName } from '../../../geodata/model/twoNew.ts'
import { grouped } from '../../../geodata/registers/grouped.ts'
import { checksOf } from '../../../geodata/registers/twoNew/checks.ts'
import { cutsOf, type KindCuts } from '../../../geodata/registers/twoNew/cuts.ts'
import { leastFirms, outside, personsOf, type PersonMeasure, type PersonsTold } from '../../../geodata/registers/twoNew/persons.ts'
import { figuresOf, newTally, type Figures, type Tally } from '../../../geodata/registers/twoNew/tally.ts'
import { organisationKindWords } from '../../../geodata/words/lists.ts'
import { sceneWords } from '../../../geodata/words/sheets/organisations.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { checkSentences, noSceneWord, sizeWords, twoNewFormulas, twoNewProtection } from '../../../geodata/words/twoNew.ts'
import { kOf } from '../../security/k.ts'
import { viewOf } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { areaTree } from '../registers/register-input.ts'
import { standingOf } from '../standing.ts'
import { twoNewAsked, type TwoNewAsked } from './asked.ts'
import { workersTold } from './workers-told.ts'

export type CoverageAnswer = AnswerOf<typeof organisationCoverage>

/** Where leaders look: no finer than communities. */
const levels: readonly AreaLevel[] = ['city', 'district', 'street', 'community']

/** Coverage of each kind for itself. Planners are told exact persons within their areas, others protected ones and no single organisation. */
export async function organisationCoverageAnswer(open: OpenCity, query: QueryOf<typeof organisationCoverage>, reader: Reader, language: Language): Promise<CoverageAnswer> {
  const asked = await twoNewAsked(open, query, reader)
  const { input, firms, least, isInside, area, day } = asked
  const isShielded = viewOf(open, reader, area).shield !== null
  const k = kOf(open.catalogue)
  const cuts = cutsOf(firms.filter(({ community }) => isInside(community)), (code) => asked.chainOf(code).filter(isInside), least)
  const persons = isShielded && asked.sameAsToday ? personsOf(areaTree(open), firms, k) : null
  const told: Telling = isShielded ? protectedBy(persons) : (tally) => figuresOf(tally)
  const places = placesOfCarriers(asked)
  const dataDate = open.identity.sourceDate ?? day
  const checks = checksOf(firms, { least, dataDate, carrierKind: (id) => asked.carriers.get(id)?.fields.kind ?? null, isAsked: ({ community }) => isInside(community) })
  return {
    label: open.catalogue.choices.find(({ code }) => code === 'twoNewLabel')?.chosen ?? '两新', day, ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    formulas: Object.fromEntries(formulaNames.map((name) => [name, fillSentence(twoNewFormulas[name], { least }, language)])) as Record<FormulaName, string>,
    kinds: organisationKinds.map((kind) => kindAnswer(asked, kind, cuts.kinds[kind], told, language)),
    carriers: [...asked.carriers.values()].flatMap(({ id, name, area: home, position, fields }) => {
      const communities = [home, ...(fields.alsoIn ?? [])].flatMap((code) => (code === null ? [] : [{ code, name: input.areas.of(code)?.name ?? code }]))
      if (!communities.some(({ code }) => isInside(code))) return []
      const own = cuts.byCarrier.get(id)
      const figures = (kind: OrganisationKind): Figures => told(own?.[kind] ?? newTally(), kind, { carrier: id, communities: places.get(id) ?? [] })
      return [{ id, name, kind: fields.kind, position: position && ([position[0], position[1]] as [number, number]), communities, enterprises: figures('enterprise'), socialOrganisations: figures('socialOrganisation') }]
    }),
    newEmployment: workersTold(open, asked, isShielded, language),
    protection: isShielded ? { k, finest: 'community', sentence: fillSentence(twoNewProtection, { k, firms: leastFirms }, language) } : null,
    checks: checks.map(({ code, organisations }) => ({ code, count: organisations.length, sentence: fillSentence(checkSentences[code], { count: organisations.length, least }, language), organisations: isShielded ? [] : organisations })),
  }
}

/** Which persons a tally holds: an area ('': the whole city), a carrier over communities, or a cut whose persons are never told to leaders. */
type Of = { area: string } | { carrier: string; communities: readonly (string | null)[] } | null
type Telling = (tally: Tally, kind: OrganisationKind, of: Of) => Figures

const protectedBy = (persons: PersonsTold | null): Telling => (tally, kind, of) => {
  const figures = figuresOf(tally)
  const count = (measure: PersonMeasure): number | null => {
    if (persons === null || of === null || tally[measure] === null || figures.operating < leastFirms) return null
    return 'area' in of ? persons.ofArea(kind, measure, of.area) : persons.ofCarrier(kind, measure, of.carrier, of.communities)
  }
  return { ...figures, members: count('members'), employees: count('employees') }
}

function kindAnswer({ input, area, isInside }: TwoNewAsked, kind: OrganisationKind, cuts: KindCuts, told: Telling, language: Language): CoverageAnswer['kinds'][number] {
  const areas = levels.flatMap((level) => input.areas.at(level)).filter(({ code }) => isInside(code))
  return {
    kind, name: organisationKindWords[kind][language], all: told(cuts.all, kind, { area: area ?? '' }), outside: told(cuts.outside, kind, { area: outside }),
    byArea: areas.map(({ code, name, level }) => ({ code, name, level, figures: told(cuts.byArea.get(code) ?? newTally(), kind, { area: code }) })),
    byScene: [...scenes, null].flatMap((scene) => {
      const tally = cuts.byScene.get(scene)
      return tally ? [{ scene, name: (scene === null ? noSceneWord : sceneWords[scene])[language], figures: told(tally, kind, null) }] : []
    }),
    bySize: [...sizes.flatMap((size) => ({ size, tally: cuts.bySize.get(size) })), { size: 'aboveScale' as const, tally: cuts.aboveScale }].flatMap(({ size, tally }) => (tally && tally.registered > 0 ? [{ size, name: sizeWords[size][language], figures: told(tally, kind, null) }] : [])),
  }
}

/** Where the firms of each carrier operate, as far as asked about. */
const placesOfCarriers = ({ firms, isInside }: TwoNewAsked): Map<string | null, (string | null)[]> =>
  new Map([...grouped(firms.filter(({ community }) => isInside(community)), ({ organisation }) => organisation.carrier)].map(([carrier, own]) => [carrier, [...new Set(own.map(({ community }) => community))]]))
