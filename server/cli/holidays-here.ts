import { existsSync } from 'node:fs'
import type { HolidayYear } from '../../geodata/model/holidays.ts'
import { seedCatalogue } from '../plant.ts'
import { databasePath, openStore } from '../store/open-store.ts'

/** The arrangements of holidays of the data folder's database, where there is one, else those a deployment starts with. */
export async function holidaysHere(dataFolder: string): Promise<readonly HolidayYear[]> {
  const path = databasePath(dataFolder)
  if (!existsSync(path)) return seedCatalogue.holidays
  const store = await openStore(path)
  try {
    return (await store.catalogue())?.holidays ?? seedCatalogue.holidays
  } finally {
    store.close()
  }
}
