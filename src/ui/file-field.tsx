import { control, FieldFrame, type FieldProps } from './field.tsx'

interface FileFieldProps extends FieldProps {
  /** What the picker proposes: `.csv,.json`. The server still checks the content. */
  accept?: string | undefined
  multiple?: boolean | undefined
  /** Name of a file already received: a browser cannot keep a chosen file after a refusal. */
  received?: string | undefined
}

/** Inside `<Form upload>`. Say the accepted kinds and the size in the hint. */
export function FileField(props: FileFieldProps) {
  return (
    <FieldFrame field={props}>
      {props.received && <p class="field-received">Fichier déjà reçu : {props.received}</p>}
      <input
        {...control(props)}
        class="input-file"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </FieldFrame>
  )
}
