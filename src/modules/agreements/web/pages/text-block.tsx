import type { Block } from '../../templates/render.ts'

/** A paragraph of a clause, or a list. */
export function TextBlock({ block }: { block: Block }) {
  if (typeof block === 'string') return <p>{block}</p>
  return (
    <ul>
      {block.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
