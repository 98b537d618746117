import { writeQuery, type QueryValues } from '../../stores/query.ts'
import { writeTable } from '../../stores/table.ts'
import { wallTable, type WallValues } from '../wallQuery.ts'

/**
 * What the address of the wall must say so that whoever opens it sees the same: the camera as it stands, and the theme in force even where it is the system's choice. A tour does not
 * come along: it would carry the view away.
 */
export const viewQuery = (question: QueryValues, wall: WallValues, seen: Pick<QueryValues, 'map' | 'theme'>): Record<string, string> =>
  ({ ...writeQuery({ ...question, theme: seen.theme, map: seen.map ?? question.map }), ...writeTable(wallTable, { ...wall, tour: null }) })
