import { control, FieldFrame, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | undefined
  /** `number`: digits and a comma, typed as text so that the wheel never changes a figure. */
  inputmode?: 'numeric' | 'decimal' | undefined
  /** HTML token (`email`, `organization`, `postal-code`…): required for whatever concerns the person typing. */
  autocomplete?: string | undefined
  /** What the answer looks like: 10 or 20 characters, or the whole line. */
  width?: 'short' | 'medium' | 'full' | undefined
  /** A unit or symbol after the field: « € », « jours ». */
  suffix?: string | undefined
}

/** One line of text: name, e-mail, telephone, number, code. */
export function TextField(props: TextFieldProps) {
  const { value, type = 'text', inputmode, autocomplete, width = 'full', suffix } = props
  return (
    <FieldFrame field={props}>
      <div class="field-line">
        <input
          {...control(props)}
          class={`input input-${width}`}
          type={type}
          value={value}
          inputmode={inputmode}
          autocomplete={autocomplete}
        />
        {suffix && <span class="field-suffix">{suffix}</span>}
      </div>
    </FieldFrame>
  )
}

interface TextAreaProps extends FieldProps {
  value?: string | undefined
  rows?: number | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <FieldFrame field={props}>
      <textarea {...control(props)} class="input" rows={props.rows ?? 5}>
        {props.value}
      </textarea>
    </FieldFrame>
  )
}

/** One day in one field, as it is written on paper. Read it with `parseDay`; keep what was typed when it fails. */
export function DateField(props: FieldProps & { value?: string | undefined }) {
  return (
    <TextField
      {...props}
      hint={props.hint ?? 'Au format jj/mm/aaaa, par exemple 17/06/2026'}
      inputmode="numeric"
      autocomplete="off"
      width="short"
    />
  )
}
