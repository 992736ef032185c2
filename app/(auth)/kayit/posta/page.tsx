import { ButtonLink } from '@/components/ui/button'
import { Title } from '../../title'

export const metadata = { title: 'E-postanıza bakın' }

export default function ConfirmEmailPage() {
  return (
    <>
      <Title>E-postanıza bakın</Title>
      <p>
        Size bir bağlantı gönderdik. Ona dokunun, sonra buradan giriş yapın. Gelmediyse gereksiz kutusuna da bakın; bu
        e-postayla zaten bir hesabınız varsa yeni bir ileti gelmez, doğrudan giriş yapın.
      </p>
      <ButtonLink href="/giris" variant="do" full>
        Giriş yap
      </ButtonLink>
    </>
  )
}
