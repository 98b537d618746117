import type { RegisterState } from '../../model/register.ts'

/** Of a building programme. */
export const statusState = (status: 'planned' | 'building' | 'done'): RegisterState => (status === 'done' ? 'done' : status === 'building' ? 'partial' : 'due')
