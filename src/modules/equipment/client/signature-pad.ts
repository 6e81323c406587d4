/** Fields of the desk wait for a finger: the drawing goes with the form, and is never required. EQP-804. */
const WIDTH = 600
const HEIGHT = 200

/** Above the hidden field, a surface to sign on; the field holds what was drawn, or nothing. */
export function enhance(element: HTMLElement): void {
  const field = element.querySelector<HTMLInputElement>('[name="dessin"]')
  if (!field) return
  const { canvas, pen } = surface()
  if (!pen) return
  let isDrawing = false
  canvas.addEventListener('pointerdown', (event) => {
    isDrawing = true
    canvas.setPointerCapture(event.pointerId)
    pen.beginPath()
    pen.moveTo(...pointOf(canvas, event))
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!isDrawing) return
    pen.lineTo(...pointOf(canvas, event))
    pen.stroke()
  })
  canvas.addEventListener('pointerup', () => {
    isDrawing = false
    field.value = canvas.toDataURL('image/png')
  })
  element.append(caption(), canvas, eraser(canvas, pen, field))
}

function surface() {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  canvas.className = 'signature-pad'
  canvas.setAttribute('aria-hidden', 'true')
  const pen = canvas.getContext('2d')
  if (pen) {
    pen.lineWidth = 3
    pen.lineCap = 'round'
    pen.strokeStyle = '#111111'
  }
  return { canvas, pen }
}

function pointOf(canvas: HTMLCanvasElement, event: PointerEvent): [number, number] {
  const { left, top, width, height } = canvas.getBoundingClientRect()
  return [((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT]
}

function caption(): HTMLElement {
  const text = document.createElement('p')
  text.className = 'field-hint'
  text.textContent = 'Signez du doigt ci-dessous, si vous le voulez. Le nom tapé suffit.'
  return text
}

function eraser(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, field: HTMLInputElement) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-quiet'
  button.textContent = 'Effacer le dessin'
  button.addEventListener('click', () => {
    pen.clearRect(0, 0, canvas.width, canvas.height)
    field.value = ''
  })
  return button
}
