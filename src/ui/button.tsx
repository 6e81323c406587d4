import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** One `main` per page at most; `danger` for what cannot be undone; `quiet` reads as a link. */
export type ButtonLook = 'main' | 'plain' | 'danger' | 'quiet'

interface ButtonProps {
  /** The act with its verb: « Enregistrer la dénonciation ». */
  children: Child
  look?: ButtonLook | undefined
  icon?: IconName | undefined
  /** Sent with the form when several buttons share it. */
  name?: string | undefined
  value?: string | undefined
  /** Where the form goes by this button, when several acts share its fields. */
  action?: string | undefined
}

export function Button({ children, look = 'main', icon, name, value, action }: ButtonProps) {
  return (
    <button type="submit" class={`button button-${look}`} name={name} value={value} formaction={action}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

interface ButtonLinkProps {
  href: string
  children: Child
  look?: ButtonLook | undefined
  icon?: IconName | undefined
  download?: boolean | undefined
}

/** A link that looks like a button: it leads to an act, it does not do it. */
export function ButtonLink({ href, children, look = 'main', icon, download }: ButtonLinkProps) {
  return (
    <a class={`button button-${look}`} href={href} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
