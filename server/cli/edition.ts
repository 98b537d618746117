import { existsSync } from 'node:fs'
import { longestEditionName, longestEditionNote } from '../../geodata/model/edition.ts'
import { checkTexts } from '../answers/checked-texts.ts'
import { Refusal } from '../answers/refusal.ts'
import { freezeEdition } from '../jobs/freeze-edition.ts'
import type { EditionRow } from '../store/editions.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { CommandError, type Command, type Terminal, type Values } from './command.ts'

const actions = ['freeze', 'list'] as const

/** 定版: freezes what leaders are shown, or says what was frozen and whether it still is what it was. */
export const editionCommand: Command = {
  name: 'edition', words: 'freeze NAME|list', zh: '定版：把大屏的全部答案存成不再改变的一版，或列出各版', en: 'dated editions: freeze everything the wall answers for good, or list what was frozen',
  options: [
    { name: 'month', value: 'YYYY-MM', zh: '按这个月末的情况，默认按现在', en: 'as the city stood at the end of that month, by default as it stands' },
    { name: 'note', value: 'TEXT', zh: '备注，例如报给谁', en: 'a note, such as whom it is reported to' },
  ],
  async run(words, values, terminal) {
    const [action, name, extra] = words
    if (!actions.some((one) => one === action)) throw new CommandError('unknownAction', { command: 'edition', expected: actions.join(' '), found: action ?? '' })
    if (extra !== undefined || (action === 'list' && name !== undefined)) throw new CommandError('tooManyWords', { command: `edition ${action}`, found: extra ?? name })
    if (action === 'freeze' && (name === undefined || name.trim() === '')) throw new CommandError('missingName', { command: 'edition freeze' })
    const path = databasePath(terminal.dataFolder)
    if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
    const store = await openStore(path)
    try {
      return action === 'list' ? await list(store, terminal) : await freeze(store, (name ?? '').trim(), values, terminal)
    } finally {
      store.close()
    }
  },
}

async function freeze(store: Store, name: string, values: Values, terminal: Terminal): Promise<number> {
  const month = typeof values['month'] === 'string' ? values['month'] : null, note = typeof values['note'] === 'string' ? values['note'].trim() : ''
  if (name.length > longestEditionName) throw new Refusal('badParameter', { parameter: 'NAME', found: name }, { kind: 'text', from: 1, to: longestEditionName })
  if (note.length > longestEditionNote) throw new Refusal('badParameter', { parameter: '--note', found: note }, { kind: 'text', from: null, to: longestEditionNote })
  if (month !== null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal('badParameter', { parameter: '--month', found: month }, { kind: 'month', from: null, to: null })
  checkTexts({ name, note })
  const edition = await freezeEdition(store, { name, month, note, by: 'linli edition' }, {
    progress: ({ stage, done, total }) => terminal.progress(stage === 'freezing' ? `定版 freezing: ${done} / ${total}` : '载入 loading'), signal: new AbortController().signal,
  })
  if (!edition) throw new Refusal('editionExists', { found: name })
  terminal.answer(edition, [`已定版，从此不再改变。 Frozen, and never changed from now on.`, ...linesOf(edition)])
  return 0
}

async function list(store: Store, terminal: Terminal): Promise<number> {
  const editions: (EditionRow & { sound: boolean })[] = []
  for (const edition of await store.editions.all()) editions.push({ ...edition, sound: await store.editions.sound(edition.id) })
  const damaged = editions.filter(({ sound }) => !sound)
  terminal.answer({ editions }, editions.length === 0 ? ['没有定版。 There are no editions.'] : editions.flatMap((edition) => [...linesOf(edition), ...(edition.sound ? [] : ['  内容与校验值不符，已损坏，不再作答。 Damaged: it is not what was frozen, and answers nothing.'])]))
  return damaged.length === 0 ? 0 : 1
}

const linesOf = ({ id, name, month, day, by, note, areas, answers, bytes, digest }: EditionRow): string[] => [
  `${name}  ${day}${month === null ? '' : `（${month} 月末 end of month）`}  ${by}${note === '' ? '' : `  ${note}`}`,
  `  ${id}  ${areas} 个区域 areas, ${answers} 份答案 answers, ${(bytes / 1e6).toFixed(1)} MB  SHA-256 ${digest}`,
]
