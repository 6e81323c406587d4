import { MemberPage, MenuList } from '../member-page.tsx'
import type { StoryLook } from '../story.ts'
import { sampleMemberSite } from '../story-samples.ts'

export function menuPage(look: StoryLook) {
  const site = sampleMemberSite(look, 'Conventions')
  return (
    <MemberPage site={site} title="Menu">
      <MenuList site={site} />
    </MemberPage>
  )
}
