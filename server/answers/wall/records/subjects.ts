import type { WallSubject } from '../../../../geodata/model/wall.ts'
import { closedTaskRecords, unclaimedRecords, unmanagedRecords } from './govern-lists.ts'
import { carrierRecords, fewReportedRecords, missingRecords, seatRecords, shutRoomRecords } from './register-lists.ts'
import { buildingRecords, canteenRecords, openingRecords } from './reach-lists.ts'
import { openedRecords, requestRecords, roomRecords, shareRecords, twoNewRecords } from './number-lists.ts'
import type { RecordList } from './record-list.ts'
import type { RecordAsk } from './record-ask.ts'

/** What each subject rests on. */
export const subjectLists: Readonly<Record<WallSubject, (ask: RecordAsk) => RecordList | Promise<RecordList>>> = {
  meals: (ask) => shareRecords(ask, 'meals'), evening: (ask) => shareRecords(ask, 'evening'), leftOut: buildingRecords, rooms: roomRecords, opened: openedRecords, twoNew: twoNewRecords,
  vacant: (ask) => seatRecords(ask, 'late'), requests: (ask) => requestRecords(ask, 'settled'),
  noMeals: buildingRecords, hours: canteenRecords, bestOpening: openingRecords, missingRoom: missingRecords, shutRooms: shutRoomRecords, emptyCarriers: carrierRecords, fillSeats: (ask) => seatRecords(ask, 'all'),
  fewReported: fewReportedRecords, unmanaged: unmanagedRecords, requestPlaces: (ask) => requestRecords(ask, 'all'), unclaimed: unclaimedRecords, closedTasks: closedTaskRecords,
}
