import { randomInt } from 'node:crypto'
import type { BodyOf } from '../../geodata/contract/exchange.ts'
import type { ScenarioAnswer, scenarioAdd, scenarioSave } from '../../geodata/contract/scenarios.ts'
import { scenarioBases, type ScenarioQuery } from '../../geodata/model/scenario.ts'
import { mostScenarios, type Step } from '../../geodata/model/step.ts'
import { staleSentence } from '../../geodata/words/scenarios.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { checkTexts } from '../answers/checked-texts.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply, type Reply } from '../answers/reply.ts'
import type { Asked, Route } from '../http/exchange-handler.ts'
import type { Writer } from '../jobs/writer.ts'
import { checkAreaScope, type AreaOf } from '../security/area-scope.ts'
import { areasAdmit } from '../security/authorise.ts'
import { actorOf } from '../security/caller.ts'
import type { ScenarioOutcome, ScenarioRow } from '../store/scenarios.ts'
import type { Reading, Store } from '../store/store.ts'
import { ifMatchOf } from './records.ts'

export type ScenarioRoutesSetting = { scenarios: Store['scenarios']; writer: Pick<Writer, 'scenario'>; reading: Pick<Reading, 'catalogue'>; areaOf: AreaOf; /** Desks hear that something was written. */ changed: () => void }
export type ScenarioRoutes = Record<'scenarios' | 'scenarioRead' | 'scenarioAdd' | 'scenarioSave' | 'scenarioRemove', Route>

/** Scenarios of planners: an account has those of its areas, whoever wrote them. */
export function scenarioRoutes(setting: ScenarioRoutesSetting): ScenarioRoutes {
  const { scenarios, writer, areaOf } = setting
  return {
    async scenarios({ language, caller }) {
      const found: ScenarioRow[] = []
      for (const row of await scenarios.all()) if (areasAdmit(caller.areas, await chainOf(areaOf, row))) found.push(row)
      return jsonReply({ scenarios: await Promise.all(found.map((row) => told(setting, row, language))) })
    },
    async scenarioRead(asked) {
      const row = await own(setting, asked)
      return jsonReply(await told(setting, row, asked.language), { etag: row.etag })
    },
    async scenarioAdd(asked) {
      const { id = freshId(), name, query, steps, base } = asked.body as BodyOf<typeof scenarioAdd>
      await checkWritten(setting, asked, { name, query, steps })
      return written(setting, asked, await writer.scenario({ id, put: { name, query, steps }, ...(base && { base }), ifMatch: null, actor: actorOf(asked.caller) }, asked.language), id)
    },
    async scenarioSave(asked) {
      const { id } = await own(setting, asked)
      const { recomputed, ...put } = asked.body as BodyOf<typeof scenarioSave>
      await checkWritten(setting, asked, put)
      return written(setting, asked, await writer.scenario({ id, put, ...(recomputed && { recomputed }), ifMatch: ifMatchOf(asked), actor: actorOf(asked.caller) }, asked.language), id)
    },
    async scenarioRemove(asked) {
      const { id } = await own(setting, asked)
      return written(setting, asked, await writer.scenario({ id, put: null, ifMatch: ifMatchOf(asked), actor: actorOf(asked.caller) }, asked.language), id)
    },
  }
}

/** The area a scenario is about, with what it lies in; none: the whole city, or an area that is no longer there. */
async function chainOf(areaOf: AreaOf, { query: { area } }: Pick<ScenarioRow, 'query'>): Promise<readonly string[]> {
  return area === undefined ? [] : ((await areaOf(area))?.chain ?? [area])
}

/** Throws Refusal: unknownScenario, outsideAreas. */
async function own({ scenarios, areaOf }: ScenarioRoutesSetting, { path, caller }: Asked): Promise<ScenarioRow> {
  const row = await scenarios.read(String(path['id']))
  if (!row) throw new Refusal('unknownScenario', { found: String(path['id']) })
  if (!areasAdmit(caller.areas, await chainOf(areaOf, row))) throw new Refusal('outsideAreas', { found: row.name, expected: (await Promise.all(caller.areas.map(async (code) => (await areaOf(code))?.name ?? code))).join('、') })
  return row
}

/** Texts, category and area of what is sent. Throws Refusal. */
async function checkWritten({ reading, areaOf }: ScenarioRoutesSetting, { caller }: Asked, put: { name?: string; query?: ScenarioQuery; steps?: readonly Step[] }): Promise<void> {
  checkTexts({ name: put.name ?? '', steps: put.steps ?? [] })
  if (!put.query) return
  const { category, area, minutes, metres } = put.query
  const known = (await reading.catalogue())?.categories.map(({ code }) => code) ?? []
  if (!known.includes(category)) throw new Refusal('unknownCategory', { parameter: 'category', found: category, expected: known.join('、') })
  if (minutes !== undefined && metres !== undefined) throw new Refusal('conflictingParameters', { parameter: 'minutes', other: 'metres' })
  await checkAreaScope(caller, area ?? null, areaOf)
}

async function written(setting: ScenarioRoutesSetting, { language }: Asked, outcome: ScenarioOutcome, id: string): Promise<Reply> {
  if (outcome.ok) {
    setting.changed()
    return jsonReply(await told(setting, outcome.scenario, language), { etag: outcome.scenario.etag })
  }
  switch (outcome.refusal) {
    case 'known': throw new Refusal('scenarioExists', { found: id })
    case 'unknown': throw new Refusal('unknownScenario', { found: id })
    case 'full': throw new Refusal('tooManyScenarios', { expected: mostScenarios })
    case 'changed': {
      const { name, by, changed } = outcome.standing
      throw new Refusal('scenarioChanged', { found: name, actor: by, at: changed }, null, [], await told(setting, outcome.standing, language))
    }
  }
}

async function told({ scenarios, reading }: ScenarioRoutesSetting, { id, name, query, steps, base, etag, changed, by }: ScenarioRow, language: Language): Promise<ScenarioAnswer> {
  const now = await scenarios.base(query.category), differing = scenarioBases.filter((what) => now[what] !== base[what])
  const category = differing.length === 0 ? undefined : (await reading.catalogue())?.categories.find(({ code }) => code === query.category)
  const spoken = (language === 'zh' ? category?.name : category?.nameEn) ?? query.category
  const stale = await Promise.all(differing.map(async (what) => {
    const day = await scenarios.changedOn(what, query.category)
    return { what, day, sentence: staleSentence(what, spoken, day, language) }
  }))
  return { id, name, query, steps: steps as ScenarioAnswer['steps'], etag, changed, by, base, stale }
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const freshId = (): string => `c-${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`
