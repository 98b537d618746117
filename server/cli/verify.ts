import type { Identity } from '../../geodata/kernel/figures.ts'
import { identitiesOf } from '../../geodata/kernel/identities.ts'
import { homeKinds } from '../../geodata/kernel/home.ts'
import { fillQuestion } from '../../geodata/kernel/question.ts'
import type { HolidayYear } from '../../geodata/model/holidays.ts'
import { issueText } from '../../geodata/words/issues.ts'
import { arrangementFaults } from '../../geodata/hours/arrangement.ts'
import { profileCodes } from '../../geodata/model/catalogue.ts'
import { groups } from '../../geodata/model/facility.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import type { Question } from '../../geodata/model/question.ts'
import { registerIdentities, type Household } from '../../geodata/registers/identities.ts'
import type { OpenCity } from '../answers/open-city.ts'
import { faultIssue } from '../files/import-holidays.ts'
import { registerInput } from '../answers/registers/register-input.ts'
import type { Store, StoreFault } from '../store/store.ts'
import type { Command } from './command.ts'
import { withCity } from './open-database.ts'

type Proof = { name: string; questions: number; failed: number; detail: string }

/** Categories proved when none is named; those with most sites say most. */
const provedCategories = 5

export const verifyCommand: Command = {
  name: 'verify', words: null, zh: '核对数据库，并逐条证明数字间的恒等关系', en: 'check the database and prove every identity between the figures',
  options: [],
  async run(_, _values, terminal) {
    return withCity(terminal, async (open, store) => {
      terminal.progress('核对数据库 checking the database')
      const faults = [...await store.faults(), ...await editionFaults(store)]
      const proofs = prove(open, (done, total) => terminal.progress(`证明 proving: ${done} / ${total}`))
      const registers = registerIdentities(await registerInput(open, { area: null, day: open.day }, { role: 'administrator', areas: [] }), homesOf(open))
      const arrangements = holidayIdentity(open.catalogue.holidays)
      const databaseHolds = faults.length === 0
      const holds = databaseHolds && proofs.every((proof) => proof.failed === 0) && registers.every((identity) => identity.holds) && arrangements.holds
      const sign = (ok: boolean): string => (ok ? '✓' : '✗')
      terminal.answer({ city: open.identity.name, holds, faults, identities: proofs.map((proof) => ({ ...proof, holds: proof.failed === 0 })), registers, holidays: arrangements }, [
        `${open.identity.name}：${open.city.buildings.count} 栋楼、${open.city.facilities.count} 处设施`,
        ...databaseChecks.map((check) => `${sign(!faults.some((fault) => fault.check === check))} ${check}`),
        ...faults.map(({ check, detail }) => `  ${check}: ${detail}`),
        ...proofs.map(({ name, questions, failed, detail }) => `${sign(failed === 0)} ${name}　${questions - failed} / ${questions}　${detail}`),
        `${sign(arrangements.holds)} ${arrangements.name}　${arrangements.detail}`,
        ...registers.map(({ name, holds: stands, detail }) => `${sign(stands)} ${name}　${detail}`),
      ])
      return holds ? 0 : 1
    })
  },
}

const databaseChecks = ['integrity', 'references', 'building_box and building', 'street_box and street', 'ground_box and ground', 'facility_admission', 'facility_hours', 'change log', 'resident base', 'rows', 'events', 'versions', 'editions']

/** Every answer of every edition against its digest. */
async function editionFaults({ editions }: Store): Promise<StoreFault[]> {
  const faults: StoreFault[] = []
  for (const { id, name } of await editions.all()) if (!(await editions.sound(id))) faults.push({ check: 'editions', detail: `${name} (${id}) is not what was frozen` })
  return faults
}

/** Make-up days are Saturdays or Sundays, holidays are whole, no day is both. */
function holidayIdentity(years: readonly HolidayYear[]): { name: string; holds: boolean; detail: string } {
  const [fault] = arrangementFaults(years), count = years.reduce((sum, { makeupDays }) => sum + makeupDays.length, 0)
  const detail = fault ? issueText(faultIssue(fault, ''), 'zh') : `${years.map(({ year }) => year).join('、') || '—'}：调休上班日 ${count} 天`
  return { name: 'every make-up day is a Saturday or Sunday, every holiday one run of days', holds: fault === undefined, detail }
}

/** Homes by the smallest area they lie in. */
function homesOf({ city: { areas, buildings } }: OpenCity): Household[] {
  const homes: Household[] = []
  for (let i = 0; i < buildings.count; i++) if (buildings.kind[i] === homeKinds.home && buildings.area[i] < areas.count) homes.push({ area: areas.codes[buildings.area[i]], residents: buildings.residents.all[i], households: buildings.households[i] })
  return homes
}

/** Every identity for each question; the detail is that of the first failure, else of the last success. */
function prove(open: OpenCity, progress: (done: number, total: number) => void): Proof[] {
  const proofs = new Map<string, Proof>()
  const questions = questionsOf(open)
  questions.forEach((question, done) => {
    progress(done, questions.length)
    for (const identity of identitiesOf(open.city, emptyOverlay, question, open.cache)) note(proofs, identity, question)
  })
  return [...proofs.values()]
}

function note(proofs: Map<string, Proof>, { name, holds, detail }: Identity, question: Question): void {
  const proof = proofs.get(name) ?? { name, questions: 0, failed: 0, detail }
  proofs.set(name, proof)
  proof.questions++
  if (!holds) proof.failed++
  if (proof.failed === 0) proof.detail = detail
  else if (!holds && proof.failed === 1) proof.detail = `${question.category} ${JSON.stringify(question.limit)} ${question.metric} ${question.profile} ${question.group}: ${detail}`
}

/** The categories with most sites, at each limit they offer, every profile and group on foot, and every group in straight lines. */
function questionsOf(open: OpenCity): Question[] {
  const counts = new Map(open.catalogue.categories.map((category, i) => [category.code, open.city.facilities.category.reduce((sum, one) => sum + Number(one === i), 0)]))
  const chosen = open.catalogue.categories.toSorted((a, b) => (counts.get(b.code) ?? 0) - (counts.get(a.code) ?? 0)).slice(0, provedCategories)
  return chosen.flatMap(({ code, minutes }) => minutes.flatMap((limit) => groups.flatMap((group) => [
    ...profileCodes.map((profile) => fillQuestion(open.catalogue, { category: code, limit: { minutes: limit }, metric: 'network', profile, group })),
    fillQuestion(open.catalogue, { category: code, limit: { minutes: limit }, metric: 'straight', group }),
  ])))
}
