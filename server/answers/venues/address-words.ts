import { fold } from '../search/fold.ts'

/** A street and the number on it; number null: none was said. Both folded. */
export type AddressWords = { street: string; number: number | null }

/** What somebody writes: 望江路 12号, wangjianglu 12, 望江路. Null: that is no address, but a house of an estate or a number alone. */
export function askedAddress(q: string): AddressWords | null {
  const text = fold(q).trim()
  if (/\d\s*(?:楼|栋|幢|座|单元|室)/.test(text)) return null
  const [, before, digits] = /^(.*\D)(\d{1,5})\s*(?:号|弄|hao)?$/.exec(text) ?? []
  const street = (before ?? text).trim()
  return street.length < fewestSigns || /^[\d\s号]*$/.test(street) ? null : { street, number: digits === undefined ? null : Number(digits) }
}

/** One sign begins too many names. */
const fewestSigns = 2

/** The street and number of an address as a place states it: what stands before the first number that is a house's (柳浦区望江路12号二楼, 望江路 12). Null: there is none. */
export function statedAddress(address: string, known: (street: string) => boolean = () => false): { street: string; number: number } | null {
  const [, before, digits] = /^(\D+?)\s*(\d{1,5})(?:\s*(?:号|弄)|$|[\s,，-])/.exec(address.trim()) ?? []
  const street = streetIn(before ?? '', known)
  // 国道 and their like are numbered themselves.
  return street === '' || digits === undefined || /[国省县乡]道$/.test(street) ? null : { street, number: Number(digits) }
}

/** The street at the end of a text: the longest that is known, else what follows the areas it lies in. */
export function streetIn(text: string, known: (street: string) => boolean): string {
  for (let from = 0; from < text.length; from++) if (known(text.slice(from))) return text.slice(from)
  return text.replace(/^.*(?:街道|社区|[\s,，])/, '').replace(/^(?:.{2,3}?[省市区县镇乡])+(?=.{2})/, '')
}
