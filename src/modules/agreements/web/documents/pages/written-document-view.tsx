import type { Part, WrittenDocument } from '../../../domain/written-document.ts'
import { TextBlock } from '../../pages/text-block.tsx'

/** A document as it is read on a page: the accessible reference of what its PDF prints. AGR-93 */
export function WrittenDocumentView({ document }: { document: WrittenDocument }) {
  const { letter, intro, parts } = document
  return (
    <article class="written">
      {letter && (
        <header class="written-head">
          <Lines lines={letter.sender} className="written-from" />
          <div class="written-to">
            <Lines lines={letter.addressee} />
            {letter.sending && <Lines lines={letter.sending.split('\n')} />}
            <p>{letter.place}</p>
          </div>
          <p>
            <strong>{letter.subject}</strong>
          </p>
        </header>
      )}
      {intro && <p>{intro}</p>}
      {parts.map((part) => (
        <WrittenPart part={part} />
      ))}
      {letter && <Lines lines={letter.signatory} className="written-to" />}
    </article>
  )
}

function WrittenPart({ part }: { part: Part }) {
  switch (part.kind) {
    case 'heading':
      return <h2 id={part.anchor}>{part.text}</h2>
    case 'text':
      return (
        <>
          {part.blocks.map((block) => (
            <TextBlock block={block} />
          ))}
        </>
      )
    case 'quote':
      return (
        <blockquote>
          <p>
            <strong>{part.source}</strong>
          </p>
          {part.blocks.map((block) => (
            <TextBlock block={block} />
          ))}
        </blockquote>
      )
    case 'facts':
      return (
        <dl class="written-facts">
          {part.facts.map(({ term, value }) => (
            <div>
              <dt>{term}</dt> <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <WrittenTable {...part} />
    case 'note':
      return <p class="muted">{part.text}</p>
    case 'signatures':
      return (
        <>
          {part.signatures.map(({ party, said }) => (
            <div class="written-signature">
              <p>
                <strong>{party}</strong>
              </p>
              <p>{said || 'Date, nom et qualité du signataire :'}</p>
            </div>
          ))}
        </>
      )
  }
}

function WrittenTable({ caption, columns, rows }: Extract<Part, { kind: 'table' }>) {
  return (
    <table class="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td data-label={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Lines({ lines, className }: { lines: readonly string[]; className?: string }) {
  return (
    <p class={className}>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  )
}
