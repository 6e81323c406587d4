const COMPLAINT = /the text `\\?"(.*?)\\?"` could not be displayed/gs

/** The characters that the compiler says no font of the product draws; none when it complains of something else. */
export function undisplayableIn(complaint: string): ReadonlySet<string> {
  const texts = [...complaint.matchAll(COMPLAINT)].map(([, text = '']) => unescaped(text))
  return new Set(texts.flatMap((text) => [...text]))
}

/** The data of a document (JSON), each of these characters replaced by its number: « [U+1F389] ». */
export function withoutCharacters(data: string, characters: ReadonlySet<string>): string {
  return JSON.stringify(JSON.parse(data), (_key, value: unknown) =>
    typeof value === 'string'
      ? [...value].map((one) => (characters.has(one) ? numberOf(one) : one)).join('')
      : value,
  )
}

/** As the compiler writes what it cannot show: `\u{7}`. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
}

function numberOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}
