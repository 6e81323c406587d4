import { QrCode } from './qr-code.tsx'
import type { Story } from './story.ts'

export const stories: Story[] = [
  {
    name: 'Code à scanner',
    render: () => (
      <QrCode text="https://reseau.example/labels/verification/1234" label="Adresse de la preuve du label" />
    ),
  },
]
