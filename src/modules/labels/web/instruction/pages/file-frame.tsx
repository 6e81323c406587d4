import type { Child } from 'hono/jsx'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import type { FileView } from '../file-at.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'

interface FileFrameProps {
  about: FileView
  title: string
  intro?: string
  problems?: readonly Problem[]
  act?: { label: string; href: string } | undefined
  /** The page of the file itself. */
  isFile?: boolean
  children?: Child
}

/** Around every page of a file: where one is, and who else is there. */
export function FileFrame({ about, title, intro, problems = [], act, isFile, children }: FileFrameProps) {
  const { view, file, others } = about
  const { base } = view.network
  const queue = { label: 'Dossiers à instruire', href: paths.queue(base) }
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      {...(intro && { intro })}
      breadcrumb={isFile ? [queue] : [queue, { label: file.holderName, href: paths.file(base, file.id) }]}
      problems={problems}
      act={act}
    >
      {others.length > 0 && <Notice state="info" title={presenceText(others)} />}
      {children}
    </Frame>
  )
}

/** « Alix Martin consulte ce dossier (rubrique Accueil). » LAB-53. */
function presenceText(others: FileView['others']): string {
  const names = others.map(({ name, section }) => (section ? `${name} (rubrique ${section})` : name))
  const verb = names.length > 1 ? 'consultent' : 'consulte'
  return `${new Intl.ListFormat('fr').format(names)} ${verb} ce dossier en ce moment.`
}
