const LONGEST_SIDE = 1600
const HEAVIEST = 300 * 1024

/** A photo is made lighter on the device before it is sent; one that cannot be is sent as it is. EQP-803. */
export function enhance(element: HTMLElement): void {
  const field = element.querySelector<HTMLInputElement>('input[type="file"]')
  field?.addEventListener('change', () => {
    const [photo] = field.files ?? []
    if (photo && photo.size > HEAVIEST) void lighter(photo).then((light) => light && put(field, light))
  })
}

async function lighter(photo: File): Promise<File | null> {
  const picture = await createImageBitmap(photo).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  for (const quality of [0.85, 0.7, 0.5]) {
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (drawn && (drawn.size <= HEAVIEST || quality === 0.5))
      return new File([drawn], photo.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  }
  return null
}

function put(field: HTMLInputElement, photo: File): void {
  const files = new DataTransfer()
  files.items.add(photo)
  field.files = files.files
}
