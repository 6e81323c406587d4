import { type Detector, detectorHere } from './scan/detector.ts'

const UNAVAILABLE = 'L’appareil photo n’est pas accessible\u00a0: tapez le numéro'

/**
 * Beside the field, a camera that reads the label, with the browser's own detector or ours; the field stays. A field of several lines
 * takes label after label; with `data-scan="envoi"`, what was read is sent at once. EQP-1302.
 */
export function enhance(element: HTMLElement): void {
  const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  if (!field || !navigator.mediaDevices) return
  // From now on, so that it is there when the network goes; what did not come is asked for again at the click.
  const ready = detectorHere().catch(() => null)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-plain'
  button.textContent = 'Scanner l’étiquette'
  button.addEventListener('click', () => {
    void ready
      .then((detector) => detector ?? detectorHere())
      .then((detector) => scan(detector, element, field, button))
      .catch(() => {
        button.textContent = UNAVAILABLE
      })
  })
  element.append(button)
}

async function scan(
  detector: Detector,
  element: HTMLElement,
  field: HTMLInputElement | HTMLTextAreaElement,
  button: HTMLButtonElement,
) {
  const video = document.createElement('video')
  video.setAttribute('playsinline', '')
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment' } })
    .catch(() => null)
  if (!stream) {
    button.textContent = UNAVAILABLE
    return
  }
  video.srcObject = stream
  element.append(video)
  await video.play()
  const codes = new Set<string>()
  const takesMany = field instanceof HTMLTextAreaElement
  let read = await nextCode(detector, video, codes)
  while (read) {
    codes.add(read)
    field.value = takesMany ? oneMore(field.value, read) : read
    read = takesMany ? await nextCode(detector, video, codes) : null
  }
  for (const track of stream.getTracks()) track.stop()
  video.remove()
  if (element.dataset.scan === 'envoi' && codes.size > 0) field.form?.requestSubmit()
}

/** A field of several lines takes one more, once. */
function oneMore(lines: string, read: string): string {
  const before = lines.split('\n').filter((line) => line.trim() !== '' && line.trim() !== read)
  return `${[...before, read].join('\n')}\n`
}

/** The first code met within half a minute, but for those read before; null when there was none. */
async function nextCode(
  detector: Detector,
  video: HTMLVideoElement,
  before: ReadonlySet<string>,
): Promise<string | null> {
  for (let tries = 0; tries < 150; tries += 1) {
    const [found] = await detector.detect(video)
    if (found && !before.has(found.rawValue)) return found.rawValue
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return null
}
