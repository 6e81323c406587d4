const SIDE = 512
const CENTRE = SIDE / 2
const POINTS = 24

/** The image a badge travels in: a rosette in the network's colours, with as many marks as the level. No text: no font. */
export function badgeDrawing(told: {
  title: string
  brand: string
  ink: string
  level: number | null
}): string {
  const marks = Array.from({ length: told.level ?? 0 }, (_, rank) => {
    const x = CENTRE + (rank - ((told.level ?? 1) - 1) / 2) * 44
    return `<circle cx="${x}" cy="352" r="14" fill="${told.ink}"/>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}" role="img">`,
    `<title>${escaped(told.title)}</title>`,
    `<polygon fill="${told.brand}" points="${rosette()}"/>`,
    `<circle cx="${CENTRE}" cy="${CENTRE}" r="188" fill="none" stroke="${told.ink}" stroke-width="8"/>`,
    `<path d="M176 250l56 56 106-118" fill="none" stroke="${told.ink}" stroke-width="36" stroke-linecap="round" stroke-linejoin="round"/>`,
    ...marks,
    '</svg>',
  ].join('')
}

function rosette(): string {
  return Array.from({ length: POINTS * 2 }, (_, rank) => {
    const radius = rank % 2 === 0 ? 248 : 222
    const angle = (Math.PI * rank) / POINTS
    return `${Math.round(CENTRE + radius * Math.cos(angle))},${Math.round(CENTRE + radius * Math.sin(angle))}`
  }).join(' ')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
