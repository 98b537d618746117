import type { FindAddress } from './address.ts'
import type { Kept } from './kept.ts'

/** The address one came by, with what is remembered where it says nothing: the start used last, age, audience. A sheet or an embedded list shows what its address says and no more. */
export const withKept = (address: FindAddress, { starts, last, who }: Kept): FindAddress => {
  if (address.page !== 'find') return address
  const place = address.from === null && address.near === null && last !== null ? starts[last].place : null
  return {
    ...address, age: address.age ?? who.age, audience: address.audience ?? who.audience, resident: address.resident ?? (who.lives === 'elsewhere' ? 'elsewhere' : null),
    ...(place === null ? {} : place.kind === 'building' ? { from: place.id } : { near: place.position }),
  }
}
