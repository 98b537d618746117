import * as z from 'zod/mini'
import { leastStepSeconds, longestStepNotes, longestStepWords, longestTourName, mostStepSeconds, mostTourSteps, tourGaps } from '../model/tour.ts'
import { wallBoardCodes, wallNumberCodes } from '../model/wall.ts'
import { exchange, sending } from './exchange.ts'
import * as part from './parts.ts'
import { month } from './registers.ts'

const code = z.string().check(z.minLength(1), z.maxLength(64))
const id = z.string().check(z.regex(/^t-[a-z0-9]{8,40}$/))
const path = z.object({ id })

/** The codes of a lasso are as many as an address takes. */
const mostOnly = 200
const step = z.strictObject({
  place: z.strictObject({
    area: z.nullable(code), only: z.array(code).check(z.maxLength(mostOnly)),
    camera: z.nullable(z.strictObject({ centre: z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number().check(z.gte(-85), z.lte(85))]), zoom: z.number().check(z.gte(0), z.lte(24)), pitch: z.number().check(z.gte(0), z.lte(85)), bearing: z.number().check(z.gte(-360), z.lte(360)) })),
    building: z.nullable(z.strictObject({ index: z.int().check(z.gte(0)), version: z.string().check(z.maxLength(120)) })),
  }),
  subject: z.nullable(z.enum([...wallNumberCodes, ...wallBoardCodes])), month: z.nullable(month),
  words: z.string().check(z.maxLength(longestStepWords)), notes: z.string().check(z.maxLength(longestStepNotes)), seconds: z.number().check(z.gte(leastStepSeconds), z.lte(mostStepSeconds)),
})
const written = { name: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestTourName)), steps: z.array(step).check(z.minLength(1), z.maxLength(mostTourSteps)) }

const tour = z.object({
  id: z.string(), name: z.string(), etag: z.string(), /** ISO instant, and by whom; '' of a usual one. */ changed: z.string(), by: z.string(),
  /** Nobody wrote it: it is made of the city's own areas and numbers while there is no other. Saved, it is a new one. */
  usual: z.boolean(),
  steps: z.array(z.object({ ...step.shape, /** What it shows is no longer there: it is passed over. */ gone: z.nullable(z.enum(tourGaps)), /** The same in a sentence; '' when nothing is gone. */ goneSaid: z.string() })),
})
export type TourAnswer = z.infer<typeof tour>
export const tourWritten = z.strictObject(written)

/** What walls play by themselves, by name. */
export const tours = exchange({ name: 'tours', method: 'GET', path: '/api/v1/tours', role: 'leader', scope: 'none', summary: { zh: '讲解路线', en: 'Tours of the wall' }, pathParameters: part.none, query: part.none, answer: { schema: z.object({ tours: z.array(tour) }) } })
/** With the id of one that was removed it is put back. */
export const tourAdd = sending({ name: 'tourAdd', method: 'POST', path: '/api/v1/tours', role: 'editor', scope: 'none', summary: { zh: '新增讲解路线', en: 'Add a tour' }, pathParameters: part.none, query: part.none, body: { schema: z.strictObject({ ...written, id: z.optional(id) }) }, answer: { schema: tour } })
export const tourSave = sending({ name: 'tourSave', method: 'PATCH', path: '/api/v1/tours/:id', role: 'editor', scope: 'none', guarded: true, summary: { zh: '保存讲解路线', en: 'Save a tour' }, pathParameters: path, query: part.none, body: { schema: tourWritten }, answer: { schema: tour } })
export const tourRemove = exchange({ name: 'tourRemove', method: 'DELETE', path: '/api/v1/tours/:id', role: 'editor', scope: 'none', guarded: true, summary: { zh: '删除讲解路线', en: 'Remove a tour' }, pathParameters: path, query: part.none, answer: { schema: z.object({ id: z.string() }) } })
