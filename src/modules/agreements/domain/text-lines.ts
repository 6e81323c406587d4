/** A line of a text as it is read, away from its page: a paragraph, or an item of a list. */
export interface TextLine {
  readonly item: boolean
  readonly text: string
}

/** Paragraphs and lists, line by line. */
export function linesOf(blocks: readonly (string | readonly string[])[]): TextLine[] {
  return blocks.flatMap((block): TextLine[] =>
    typeof block === 'string' ? [{ item: false, text: block }] : block.map((text) => ({ item: true, text })),
  )
}

/** Lines as a clause is written: paragraphs apart, the items of a list one under the other, each behind `- `. */
export function writtenLines(lines: readonly TextLine[]): string {
  return lines.reduce((text, line, at) => {
    const joint = at === 0 ? '' : line.item && lines[at - 1]?.item ? '\n' : '\n\n'
    return `${text}${joint}${line.item ? '- ' : ''}${line.text}`
  }, '')
}
