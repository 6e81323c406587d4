import { diffArrays } from 'diff'
import { plain } from '../domain/clause-proposal.ts'
import type { Terms } from '../domain/terms.ts'
import { linesOf, type TextLine, writtenLines } from '../domain/text-lines.ts'
import { fillMarks, renderBlock, type VariableValues } from './render.ts'
import type { Clause } from './template.ts'

/** A piece of the source that is read whole or not at all: a paragraph, an item, a list of places. */
interface Piece {
  source: string
  item: boolean
  /** As it is read; none when its term has no words. */
  lines: readonly TextLine[]
}

const MARK = /\{\{([a-z_.]+)\}\}/g

/**
 * The source of a clause, from its text as somebody read and changed it elsewhere. What was not touched keeps its
 * source; in what was, the words of a term or of a blank become its mark again where they still stand. AGR-20.
 */
export function readBack(
  clause: Clause,
  terms: Terms,
  values: VariableValues,
  lines: readonly TextLine[],
): string {
  const pieces = piecesOf(clause, terms, values)
  const found = foundIn(pieces, lines)
  const untouched = pieces.filter((piece) => isWhole(piece, found))
  const touched = pieces.filter((piece) => !untouched.includes(piece))
  const restore = restorer(touched, clause, terms, values)
  const read = lines.flatMap((line, at): TextLine[] => {
    const piece = found[at]
    if (!piece || !untouched.includes(piece)) return [{ ...line, text: restore(line.text) }]
    // A list of places is several lines and one mark.
    return found.indexOf(piece) === at ? [piece, ...silentAfter(piece, pieces)].map(written) : []
  })
  // Pieces that say nothing today stay: their term may be agreed later.
  const silent = pieces.filter((piece) => piece.lines.length === 0).map(written)
  return writtenLines([...read, ...silent.filter(({ text }) => !read.some((line) => line.text === text))])
}

/** For each line, the piece it reads word for word, in the order of the text. */
function foundIn(pieces: readonly Piece[], lines: readonly TextLine[]): (Piece | undefined)[] {
  const known = pieces.flatMap((piece) => piece.lines.map(({ text }) => ({ piece, text: plain(text) })))
  const found: (Piece | undefined)[] = lines.map(() => undefined)
  let [before, after] = [0, 0]
  for (const { added, removed, count } of diffArrays(
    known.map(({ text }) => text),
    lines.map(({ text }) => plain(text)),
  )) {
    if (!added && !removed) {
      for (let at = 0; at < count; at += 1) found[after + at] = known[before + at]?.piece
    }
    before += added ? 0 : count
    after += removed ? 0 : count
  }
  return found
}

function isWhole(piece: Piece, found: readonly (Piece | undefined)[]): boolean {
  return piece.lines.length > 0 && found.filter((one) => one === piece).length === piece.lines.length
}

function silentAfter(piece: Piece, pieces: readonly Piece[]): Piece[] {
  const following = pieces.slice(pieces.indexOf(piece) + 1)
  const next = following.findIndex(({ lines }) => lines.length > 0)
  return next === -1 ? following : following.slice(0, next)
}

function written({ item, source }: Piece): TextLine {
  return { item, text: source }
}

function piecesOf(clause: Clause, terms: Terms, values: VariableValues): Piece[] {
  return clause.text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((source): Piece[] => {
      const lines = source.split('\n').map((line) => line.trim())
      const read = (text: string) => linesOf(renderBlock(text, clause, terms, values))
      if (!lines.every((line) => line.startsWith('- '))) {
        return [{ source: lines.join(' '), item: false, lines: read(source) }]
      }
      return lines.map((line) => ({ source: line.slice(2), item: true, lines: read(line) }))
    })
}

/** Puts the marks of what was removed back into what took its place, each once. */
function restorer(removed: readonly Piece[], clause: Clause, terms: Terms, values: VariableValues) {
  const marks = new Set(removed.flatMap(({ source }) => source.match(MARK) ?? []))
  return (text: string): string => {
    let restored = text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'")
    for (const mark of marks) {
      const words = plain(fillMarks(mark, clause, terms, values))
      if (words === '' || !restored.includes(words)) continue
      restored = restored.replace(words, () => mark)
      marks.delete(mark)
    }
    return restored
  }
}
