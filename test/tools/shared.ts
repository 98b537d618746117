import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** Whether the real data sets lie beside the checkout; without them the tests on real places are skipped by name. */
export const sharedPresent = existsSync(root)

export const sharedPath = (relative: string): string => root + relative

/** Appended to the name of a test that needs the real data. */
export const sharedNote = sharedPresent ? '' : ' (skipped: ../shared absent)'
