import type { Position } from '../../geodata/model/geometry.ts'

export type Located = { ok: true; position: Position } | { ok: false; why: 'plain' | 'missing' | 'denied' | 'failed' }

/** Four decimals, some ten metres: enough to find a street by, and no more is sent. */
const decimals = 4
const patienceMs = 12_000

/** Where this telephone is. Browsers give that only over an encrypted connection, or on the machine itself. */
export const locate = (geolocation: Geolocation | undefined = navigator.geolocation, secure: boolean = window.isSecureContext): Promise<Located> => new Promise((resolve) => {
  if (!secure) return resolve({ ok: false, why: 'plain' })
  if (!geolocation) return resolve({ ok: false, why: 'missing' })
  geolocation.getCurrentPosition(
    ({ coords }) => resolve({ ok: true, position: [Number(coords.longitude.toFixed(decimals)), Number(coords.latitude.toFixed(decimals))] }),
    ({ code, PERMISSION_DENIED }) => resolve({ ok: false, why: code === PERMISSION_DENIED ? 'denied' : 'failed' }),
    { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 60_000 },
  )
})
