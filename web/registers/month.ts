import { computed } from 'vue'
import { useCityStore } from '../stores/city.ts'

/** The newest month of a demonstration's records, since its clock stands still; null: today, for real data. */
export const useNewestMonth = () => {
  const city = useCityStore()
  return computed(() => (city.meta?.demo && city.meta.dataDate ? city.meta.dataDate.slice(0, 7) : null))
}

/** Months from one to the other, both included, as yyyy-mm. */
export const monthsBetween = (from: string, to: string): string[] => {
  const [year = 0, first = 0] = from.split('-').map(Number)
  const [lastYear = 0, last = 0] = to.split('-').map(Number)
  const count = (lastYear - year) * 12 + last - first + 1
  return Array.from({ length: Math.max(0, count) }, (_none, at) => {
    const months = year * 12 + first - 1 + at
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}
