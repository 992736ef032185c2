import { redirect } from 'next/navigation'
import { PageFrame } from '@/components/booking/page-frame'
import { PlainLink, SendButton } from '@/components/booking/plain-button'
import { VisitLines } from '@/components/booking/visit-lines'
import { isChangeable } from '@/lib/booking/visit'
import { Unreachable } from '../../../unreachable'
import { visitAt, visitMetadata } from '../visit'

export const metadata = visitMetadata

const open = ['offered', 'requested', 'confirmed'] as const

/** Cancelling cannot be undone, so it is asked once. */
export default async function CancelPage({ params }: { params: Promise<{ token: string }> }) {
  const shown = await visitAt(params)
  if (!shown) return <Unreachable />
  const { visit, state, path, now } = shown
  if (!open.some(one => one === state)) redirect(path)
  if (!isChangeable(visit, now)) redirect(`${path}?haber=gec`)
  return (
    <PageFrame shop={visit.shop} back={path} title="Randevunuz iptal edilsin mi?">
      <VisitLines visit={visit} />
      <form method="post" action={`${path}/yap`}>
        <SendButton name="ne" value="iptal" variant="look">
          İptal et
        </SendButton>
      </form>
      <PlainLink href={path} full>
        Vazgeç, randevum dursun
      </PlainLink>
    </PageFrame>
  )
}
