import { drawImage } from '../images.ts'

const kept = new Map<string, string>()

/** A picture of the map by its name (images.ts) as an address an image element takes; '' for a name of no known form. Kept: a badge stands on hundreds of sites. */
export function pictureAddress(name: string, ratio: number): string {
  const key = `${name} ${ratio}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const image = drawImage(name, ratio)?.image
  let address = ''
  if (image) {
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d')?.putImageData(image, 0, 0)
    address = canvas.toDataURL()
  }
  kept.set(key, address)
  return address
}
