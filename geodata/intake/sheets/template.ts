import { fillSentence, type Language } from '../../words/sentence.ts'
import { formWords } from '../../words/sheets/form-name.ts'
import { columnNotes } from '../../words/sheets/notes.ts'
import type { Column, Form } from './form.ts'

/** An empty table: headings, a row of notes that an import passes over, and the words that its columns take. A star marks what must be filled in. */
export type Template = { headings: string[]; notes: string[]; choices: { heading: string; words: string[] }[] }

export function templateOf(form: Form, language: Language): Template {
  // One column says the area; the names of 街道 and 社区 side by side are understood as well.
  const columns = form.columns.filter(({ kind }) => kind !== 'areaPart')
  return {
    headings: columns.map(({ words, required }) => `${words[language]}${required ? '*' : ''}`),
    notes: columns.map((column, i) => (i === 0 ? columnNotes.row[language] : '') + (column.required ? columnNotes.required[language] : '') + noteOf(column, form, language)),
    choices: columns.flatMap(({ kind, words }) => (typeof kind === 'object' && 'choice' in kind ? [{ heading: words[language], words: kind.choice.map(({ word }) => word[language]) }] : [])),
  }
}

function noteOf({ kind }: Column, form: Form, language: Language): string {
  const comma = language === 'zh' ? '、' : ', '
  const say = (note: keyof typeof columnNotes, details: Readonly<Record<string, string>> = {}): string => fillSentence(columnNotes[note], details, language)
  if (typeof kind === 'object') {
    if ('choice' in kind) return say(kind.many ? 'choices' : 'choice', { words: kind.choice.map(({ word }) => word[language]).join(language === 'zh' ? ' / ' : ' / ') })
    if (kind.reference === 'area') return say('areas')
    const sheet = formWords(kind.reference)?.name[language] ?? kind.reference
    return say(kind.many ? 'references' : kind.reference === 'committee' || kind.reference === 'seat' ? kind.reference : 'reference', { sheet })
  }
  switch (kind) {
    case 'id': return say('id', { key: form.identifiedBy.map((key) => form.columns.find((column) => column.key === key)?.words[language] ?? '').filter((word) => word !== '').join(comma) })
    case 'lon': case 'lat': return say('degrees')
    case 'name': case 'text': case 'category': case 'areaPart': return say('text')
    default: return say(kind)
  }
}

/** The row of notes of a template, filled in or not. */
export const isNotesRow = (firstCell: string): boolean => [columnNotes.row.zh, columnNotes.row.en].some((mark) => firstCell.startsWith(mark.normalize('NFKC').trim()))
