const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'
/** The opening tag of the drawing, after what may come before it. Each part is read one way only: no text makes it slow. */
const OPENING =
  /^(?:\s|<\?xml[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE svg[^>[]*>)*<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/
const ELEMENT = '<openbadges:credential'
const TAG = /^\s((?:[^>"']|"[^"]*"|'[^']*')*)>|^()>/

/**
 * The drawing with its badge right after `<svg>`: a signed compact text in `verify`, a document in a CDATA section. Null:
 * not an SVG, or one that already holds a badge. LAB-50.
 */
export function bakeSvg(drawing: string, badge: string): string | null {
  const opening = OPENING.exec(drawing)?.[0]
  if (!opening || opening.endsWith('/>') || drawing.includes(ELEMENT)) return null
  const named = opening.includes('xmlns:openbadges=')
    ? opening
    : opening.replace(/>$/, ` xmlns:openbadges="${NAMESPACE}">`)
  const told = COMPACT.test(badge)
    ? `<openbadges:credential verify="${badge}"></openbadges:credential>`
    : `<openbadges:credential>${sections(badge)}</openbadges:credential>`
  return named + told + drawing.slice(opening.length)
}

/** The badge of a drawing; null when there is none, or more than one. */
export function unbakeSvg(drawing: string): string | null {
  if (!isSvg(drawing) || !drawing.includes(`xmlns:openbadges="${NAMESPACE}"`)) return null
  const [, inside, ...others] = drawing.split(ELEMENT, 3)
  if (inside === undefined || others.length > 0) return null
  const [tag, attributes = ''] = TAG.exec(inside) ?? []
  if (!tag) return null
  const signed = /(?:^|\s)verify="([^"]*)"/.exec(attributes)?.[1]
  const end = inside.indexOf('</openbadges:credential>')
  return signed ?? (end < 0 ? null : sectionsOf(inside.slice(tag.length, end)))
}

export function isSvg(text: string): boolean {
  return OPENING.test(text)
}

/** A section ends at its first mark of an end: what holds that mark is cut in two sections, and read back as one text. */
function sections(json: string): string {
  return `<![CDATA[${json.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

function sectionsOf(content: string): string | null {
  const text = content.trim()
  if (!text.startsWith('<![CDATA[') || !text.endsWith(']]>')) return null
  return text.slice('<![CDATA['.length, -']]>'.length).replaceAll(']]><![CDATA[', '')
}
