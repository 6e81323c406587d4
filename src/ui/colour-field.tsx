import { BASE_COLOURS } from './colours.ts'
import { control, FieldFrame, type FieldProps } from './field.tsx'
import type { Theme, ThemeToken } from './theme.ts'

/** One colour: the browser's own picker, or its value typed where there is none. Sends `#rrggbb`. */
export function ColourField(props: FieldProps & { value: string }) {
  return (
    <FieldFrame field={props}>
      <input {...control(props)} class="input input-colour" type="color" value={props.value} />
    </FieldFrame>
  )
}

const SHOWN = ['masthead', 'brand', 'accent', 'raised', 'surface'] as const satisfies readonly ThemeToken[]
const SIDE = 22

/** A theme at a glance, drawn without any style attribute. Beside its name only: it says nothing aloud. */
export function Swatches({ theme, scheme = 'light' }: { theme: Theme; scheme?: 'light' | 'dark' }) {
  const colours = { ...BASE_COLOURS, ...theme }
  return (
    <svg
      class="swatches"
      width={String(SHOWN.length * SIDE)}
      height={String(SIDE)}
      viewBox={`0 0 ${SHOWN.length * SIDE} ${SIDE}`}
      aria-hidden="true"
      focusable="false"
    >
      {SHOWN.map((token, index) => (
        <rect
          x={String(index * SIDE)}
          y="0"
          width={String(SIDE)}
          height={String(SIDE)}
          fill={colours[token][scheme]}
        />
      ))}
    </svg>
  )
}
