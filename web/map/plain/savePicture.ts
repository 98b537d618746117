/** The drawing as a PNG of width × ratio pixels on the ground's colour; null where the browser refuses. Fonts are the page's, as far as an image may use them. */
export async function savePicture(drawing: SVGSVGElement, { width, height, ratio, ground }: { width: number; height: number; ratio: number; ground: string }): Promise<Blob | null> {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', getComputedStyle(drawing).fontFamily)
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    pen.fillStyle = ground
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png') })
  } finally {
    URL.revokeObjectURL(address)
  }
}
