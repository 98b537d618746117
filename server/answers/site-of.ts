import type { Admission } from '../../geodata/model/facility.ts'
import type { Overlay } from '../../geodata/model/overlay.ts'
import type { OpenCity } from './open-city.ts'

/** A site by its index in the overlaid city, as the overlay knows it where it does. */
export function siteOf({ city: { facilities } }: OpenCity, overlay: Overlay, index: number): { id: string; name: string; admission: Admission } {
  if (index >= facilities.count) return overlay.added[index - facilities.count]
  const id = facilities.ids[index]
  return overlay.replaced.find((one) => one.id === id) ?? { id, name: facilities.names[index], admission: overlay.admissions.find((one) => one.facility === id)?.admission ?? facilities.admissions[index] }
}
