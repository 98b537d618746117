import type { TourCamera, TourStep } from '../../../geodata/model/tour.ts'
import type { WallSubject } from '../../../geodata/model/wall.ts'
import type { Camera } from '../../map/seam.ts'

/** What is on the wall, as far as a step holds it. */
export type WallView = { area: string | null; only: readonly string[]; camera: Camera | null; building: number | null; subject: WallSubject | null; month: string | null }

/** A step that shows what the wall shows now. `version` of the layer of buildings; null: not known yet, a building is then left out. */
export const stepOf = (view: WallView, version: string | null, { words, notes, seconds }: Pick<TourStep, 'words' | 'notes' | 'seconds'>): TourStep => ({
  place: {
    area: view.area, only: [...view.only], camera: view.camera && { centre: [view.camera.lon, view.camera.lat], zoom: view.camera.zoom, pitch: view.camera.pitch, bearing: view.camera.bearing } satisfies TourCamera,
    building: view.building === null || version === null ? null : { index: view.building, version },
  },
  subject: view.subject, month: view.month, words, notes, seconds,
})

/** What a step shows. */
export const viewOf = ({ place: { area, only, camera, building }, subject, month }: TourStep): WallView => ({
  area, only, camera: camera && { lon: camera.centre[0], lat: camera.centre[1], zoom: camera.zoom, pitch: camera.pitch, bearing: camera.bearing }, building: building?.index ?? null, subject, month,
})
