interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}

type DetectorMaker = new (options: { formats: string[] }) => Detector

/** Beside the field, a camera that reads the label, where the browser knows how to; the field stays. EQP-1302. */
export function enhance(element: HTMLElement): void {
  const Maker = (window as unknown as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  const field = element.querySelector<HTMLInputElement>('input')
  if (!Maker || !field || !navigator.mediaDevices) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-plain'
  button.textContent = 'Scanner l’étiquette'
  button.addEventListener(
    'click',
    () => void scan(new Maker({ formats: ['qr_code'] }), element, field, button),
  )
  element.append(button)
}

async function scan(
  detector: Detector,
  element: HTMLElement,
  field: HTMLInputElement,
  button: HTMLButtonElement,
) {
  const video = document.createElement('video')
  video.setAttribute('playsinline', '')
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment' } })
    .catch(() => null)
  if (!stream) {
    button.textContent = 'L’appareil photo n’est pas accessible : tapez le numéro'
    return
  }
  video.srcObject = stream
  element.append(video)
  await video.play()
  const read = await firstCode(detector, video)
  for (const track of stream.getTracks()) track.stop()
  video.remove()
  if (read) field.value = read
}

/** The first code met within half a minute; null when there was none. */
async function firstCode(detector: Detector, video: HTMLVideoElement): Promise<string | null> {
  for (let tries = 0; tries < 150; tries += 1) {
    const [found] = await detector.detect(video)
    if (found) return found.rawValue
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return null
}
