import type { Palette } from '../../map/palette.ts'
import type { MapSheet } from '../map/sheet.ts'
import { composeSheet, type Composed } from './compose.ts'
import type { SheetContent } from './content.ts'
import { loadLetters, measureOn, paintSheet } from './paint.ts'
import type { Paper } from './paper.ts'

/** What gives the map as a picture. */
export type MapPicture = (sheet: MapSheet, signal: AbortSignal) => Promise<Blob | null>
/** Stages of the work, for whoever waits. */
export type Stage = 'map' | 'letters' | 'drawing' | 'file'

/** A map is never drawn denser than this: each of its pixels takes memory six times over. */
const mostRatio = 6

/** A sheet ready to be looked at: its shapes, and the map as a bitmap of the resolution they ask for. Throws the signal's reason. */
export async function drawSheet(content: SheetContent, paper: Paper, palette: Palette, mapPicture: MapPicture, stage: (stage: Stage) => void, signal: AbortSignal): Promise<{ composed: Composed; map: Blob | null }> {
  const measuring = document.createElement('canvas').getContext('2d')
  if (!measuring) throw new Error('no canvas')
  const measure = measureOn(measuring)
  stage('letters')
  // Once to know which letters there are, and again when they can be measured.
  await loadLetters(composeSheet(content, paper, palette, measure).shapes)
  signal.throwIfAborted()
  const composed = composeSheet(content, paper, palette, measure)
  stage('map')
  const { scale, ...view } = composed.view
  const map = await unlessAborted(mapPicture({ ...view, ratio: Math.min(mostRatio, scale), theme: palette.theme }, signal), signal)
  return { composed, map }
}

/** What was begun, or the signal's reason as soon as it says so: a map that never comes to rest holds nobody. */
const unlessAborted = <T>(begun: Promise<T>, signal: AbortSignal): Promise<T> => new Promise((resolve, reject) => {
  signal.throwIfAborted()
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  begun.then(resolve, reject)
})

/** The sheet as a PNG of exactly the paper's pixels. Throws where the browser gives no canvas of that size. */
export async function sheetPicture({ composed, map }: { composed: Composed; map: Blob | null }, paper: Paper, stage: (stage: Stage) => void): Promise<Blob> {
  stage('drawing')
  const canvas = document.createElement('canvas')
  canvas.width = paper.width
  canvas.height = paper.height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  const bitmap = map ? await createImageBitmap(map) : null
  paintSheet(context, composed.shapes, bitmap)
  bitmap?.close()
  stage('file')
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png') })
  // The memory of a canvas this large is given back at once.
  canvas.width = canvas.height = 0
  if (!blob) throw new Error('no picture')
  return blob
}
