/** A heading, a list, or a paragraph of what was typed. */
export type ReasonBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }

/** Reasons as they are typed: a line that begins with `#` is a heading, with `-` an item of a list. LAB-15. */
export function reasonBlocks(typed: string): ReasonBlock[] {
  const blocks: ReasonBlock[] = []
  for (const line of typed.split('\n').map((one) => one.trim())) {
    const [, mark = '', text = line] = /^(#{1,3}|[-–•*])\s+(.*)$/.exec(line) ?? []
    const last = blocks.at(-1)
    if (line === '') continue
    if (mark.startsWith('#')) blocks.push({ kind: 'heading', text })
    else if (mark === '') blocks.push({ kind: 'paragraph', text })
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, text] }
    else blocks.push({ kind: 'list', items: [text] })
  }
  return blocks
}
