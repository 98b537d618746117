import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { steps as schema } from '../../geodata/contract/steps.ts'
import { longestStepText, type Steps } from './steps.ts'

/**
 * Steps as letters of an address: their JSON, deflated with words that recur in every step, in base64 without signs that an address would spell out. The first letter is the version: another
 * list of words would be version 2.
 */
export const writeSteps = (steps: Steps): string => {
  const bytes = deflateSync(strToU8(JSON.stringify(steps)), { level: 9, dictionary: words })
  return `1${btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

/** null: these are no steps. */
export const readSteps = (text: string): Steps | null => {
  if (!/^1[\w-]+$/.test(text) || text.length > longestStepText) return null
  try {
    const packed = atob(text.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
    const found: unknown = JSON.parse(strFromU8(inflateSync(Uint8Array.from(packed, (letter) => letter.charCodeAt(0)), { dictionary: words })))
    const read = schema.safeParse(found)
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** What steps are likely to say, the likeliest last, where it is nearest. */
const words = strToU8('"kind":"passage","id":"p-1","from":[,"to":[],"kind":"openGate","gate":"kind":"seats","facility":"kind":"hours","kind":"close","kind":"move","audience":"retired""members""staff"true,false,"onlyAreas":["community"canteenactivityRoomstation'
  + '{"kind":"admit","facility":"f-","admission":{"audience":"everyone","minAge":60,"maxAge":null,"onlyAreas":[]},"hours":"11:00-13:00"},[{"kind":"add","site":{"id":"s-1","name":"canteen","category":"canteen","position":[112.,30.],"admission":{"audience":"everyone","minAge":null,"maxAge":null,"onlyAreas":[]},"hours":null,"seats":null,"candidate":null}}]')
