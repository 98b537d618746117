import { oneOf, optional, row, text } from '../stores/table.ts'

export const matchTabs = ['pairs', 'needs', 'resources', 'projects', 'claims'] as const
export type MatchTab = (typeof matchTabs)[number]
export const minuteChoices = [5, 10, 15, 20, 30] as const

/** What the address of needs and resources holds beside the area and the camera. */
export const matchTable = {
  tab: oneOf(matchTabs, 'pairs', 'push'),
  /** Category of the lists; null: all. */
  kind: optional<string>('push', 'fault.code', text(64), String),
  /** Minutes on foot; null: as the catalogue says. */
  within: row<number | null>({ standard: null, history: 'push', expected: 'fault.minutes', read: (found) => (/^\d{1,2}$/.test(found) && Number(found) > 0 && Number(found) <= 60 ? Number(found) : undefined), write: (value) => (value === null ? '' : String(value)) }),
  /** Id of what is chosen: an item, a claim, or need~resource. */
  pick: optional<string>('replace', 'fault.id', text(200), String),
} as const
