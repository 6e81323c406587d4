/**
 * A file too heavy is refused before it is sent: what was typed on the page is not lost with it. `data-one` and `data-all`:
 * the most bytes of one file, and of all those of the form. The server refuses them too. LAB-52.
 */
export function enhance(element: HTMLElement): void {
  const [one, all] = [Number(element.dataset.one), Number(element.dataset.all)]
  element.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
    const heaviest = Math.max(0, ...weightsOf(target))
    const total = [...element.querySelectorAll<HTMLInputElement>('input[type="file"]')]
      .flatMap(weightsOf)
      .reduce((sum, size) => sum + size, 0)
    const isTooHeavy = heaviest > one || total > all
    tell(target, isTooHeavy ? (heaviest > one ? ONE : ALL) : '')
    if (isTooHeavy) target.value = ''
  })
}

const ONE = 'Ce fichier dépasse 25\u00a0Mo\u00a0: choisissez-en un plus léger.'
const ALL =
  'Avec celui-ci, l’envoi serait trop lourd\u00a0: enregistrez d’abord la rubrique, puis ajoutez ce fichier.'

function weightsOf({ files }: HTMLInputElement): number[] {
  return [...(files ?? [])].map(({ size }) => size)
}

/** Under the field, read at once; the words of before go. */
function tell(field: HTMLInputElement, words: string): void {
  const told = field.parentElement?.querySelector<HTMLElement>('[data-told]')
  const place = told ?? field.insertAdjacentElement('beforebegin', document.createElement('p'))
  if (!(place instanceof HTMLElement)) return
  place.dataset.told = ''
  place.className = words ? 'field-error' : ''
  place.setAttribute('role', 'status')
  place.textContent = words
}
