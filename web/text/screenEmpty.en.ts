import type { screenEmptyZh } from './screenEmpty.zh.ts'

/** What a number or a board of the wall lacks where nothing was entered, and which sheet of the data page takes it, in English. */
export const screenEmptyEn: Readonly<Record<keyof typeof screenEmptyZh, string>> = {
  'empty.meals': 'No canteens or no older residents: fill the sheet “Sites” on the data page; residents come with the map.',
  'empty.evening': 'No activity rooms or squares with hours, or no residents: fill the sheet “Sites” on the data page; residents come with the map.',
  'empty.leftOut': 'No canteens or no homes: fill the sheet “Sites” on the data page; homes come with the map.',
  'empty.rooms': 'Nothing on the seven rooms of communities: fill the sheet “Items of completeness” on the data page.',
  'empty.opened': 'No units that own a site: fill the sheet “Units” on the data page, then name the unit in “Sites”.',
  'empty.twoNew': 'No operating enterprises: fill the sheet “Organisations” on the data page.',
  'empty.vacant': 'No seats of standing committees: fill the sheets “Great committees” and “Seats” on the data page.',
  'empty.requests': 'No requests of the last twelve months: fill the sheet “Monthly events” on the data page.',
  'empty.noMeals': 'No canteens or no homes: fill the sheet “Sites” on the data page; homes come with the map.',
  'empty.hours': 'No canteens: fill the sheet “Sites” on the data page, with hours.',
  'empty.bestOpening': 'No canteen or activity room of a unit that does not admit everyone yet: fill the sheet “Sites” on the data page, with unit and admission.',
  'empty.missingRoom': 'Nothing on the seven rooms of communities: fill the sheet “Items of completeness” on the data page.',
  'empty.shutRooms': 'No built rooms whose place is known: fill the sheet “Items of completeness” on the data page, with the site.',
  'empty.emptyCarriers': 'No towers, parks or markets with operating enterprises: fill the sheets “Carriers” and “Organisations” on the data page.',
  'empty.fillSeats': 'No seats of standing committees: fill the sheets “Great committees” and “Seats” on the data page.',
  'empty.fewReported': 'No counts of members reported to communities: fill the sheet “Members reported” on the data page.',
  'empty.unmanaged': 'Nothing on the management of estates: fill the sheet “Estates” on the data page.',
  'empty.requestPlaces': 'No requests of the last twelve months: fill the sheet “Monthly events” on the data page.',
  'empty.unclaimed': 'No needs listed: fill the sheet “Three lists” on the data page.',
  'empty.closedTasks': 'No tasks of this year: fill the sheet “Tasks” on the data page.',
}
