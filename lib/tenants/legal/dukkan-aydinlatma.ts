import { formatPhone } from '@/lib/kernel/phone-format'
import type { LegalText, Operator } from './legal-text'

/** What a shop's page says about who it is. */
export interface ShopOfText {
  name: string
  /** Null: the shop has not written it here. */
  address: string | null
  /** E.164 */
  phone: string | null
}

export interface ShopSlots {
  shop: ShopOfText
  /** Whoever runs this Siftah: keeps the data for the shop. */
  operator: Operator
  /** Whether everything runs on the operator's own machine; if not, a Supabase project holds the data. */
  embedded: boolean
}

/**
 * What a shop's customer is told before he writes his name on its page, in two layers. The shop is the veri sorumlusu, we are
 * its veri işleyen. Content and form as in `aydinlatmaMetni`; no consent is in it, for a booking rests on other grounds.
 */
export function dukkanAydinlatma({ shop, operator, embedded }: ShopSlots): LegalText {
  return {
    id: 'aydinlatma-randevu',
    version: '2026-11-25.2',
    purpose: 'appointment',
    title: `${shop.name}: randevunuz için Aydınlatma Metni`,
    summary: [
      `Veri sorumlusu: ${shop.name}.`,
      'Adınızı, telefonunuzu ve yazarsanız notunuzu, randevunuzu adınıza yazmak, bir değişiklik olursa size ulaşmak ve hizmeti vermek için işler.',
    ],
    sections: [
      { heading: 'Veri sorumlusu', lines: [shop.name, ...whereToFind(shop)] },
      {
        heading: 'Hangi veriniz, ne için',
        lines: [
          'Adınız ve telefonunuz: randevunuzu adınıza yazmak, saat değişirse ya da bir sorun çıkarsa size ulaşmak için.',
          'Seçtiğiniz hizmet, çalışan, gün ve saat ile yazarsanız notunuz: hizmeti hazırlamak ve vermek için. Nota sağlığınız gibi özel bilgiler yazmayın.',
          'Randevularınıza gelip gelmediğiniz: randevu düzenini ve ayrılan zamanı korumak için.',
          'Ödediğiniz tutar: dükkânın gelirini kaydetmesi için.',
          'Size gösterilen metinlerin ve verdiğiniz ya da geri aldığınız izinlerin kaydı: bunları ispat edebilmek için.',
          'Bu sayfadaki deneme sayısı ve adınızı yazarken size ayrılan saat: sayfayı sahte randevulardan korumak için. Bunlarda internet adresiniz ve numaranız saklanmaz, yalnızca geri çevrilemeyen özetleri en çok bir gün saklanır.',
        ],
      },
      {
        heading: 'Nasıl topluyor, hangi hukuki sebeple',
        lines: [
          'Verilerinizi bu sayfaya yazdığınızda, elektronik ortamda, sizden alır; gelip gelmediğinizi ve ödemenizi dükkânda kaydeder.',
          'Adınız, telefonunuz, randevunuz ve notunuz: sizinle arasındaki hizmet sözleşmesinin kurulması ve yerine getirilmesi (6698 sayılı Kanun m. 5/2-c).',
          'Ödemenin ve izinlerin kaydı: dükkânın hukuki yükümlülüğü (m. 5/2-ç).',
          'Gelip gelmediğiniz, deneme sayaçları ve tanınma çerezi: dükkânın randevularını korumaktaki meşru menfaati (m. 5/2-f).',
          'Tanıtım mesajları bunların dışındadır; yalnızca ayrı bir metinle açık rıza verirseniz gönderilir. Vermezseniz randevunuzu aynı şekilde alırsınız.',
        ],
      },
      {
        heading: 'Çerezler',
        lines: [
          'Siz adınızı yazarken ayrılan saati ve yazdıklarınızı tutan çerezler: en çok 10 dakika durur.',
          'Tanınma çerezi: numaranızı başkası yazdığında ona sizin hakkınızda bir şey söylememek, siz yazdığınızda ise sizi tanımak için. Bu dükkândaki randevunuzun bağlantısını taşır, en çok 400 gün durur; tarayıcınızın çerezlerini silince gider.',
          'Reklam ya da izleme çerezi kullanılmaz.',
        ],
      },
      {
        heading: 'Kime, ne için aktarıyor',
        lines: [
          `Siftah’a (${operator.name}, ${operator.address}, ${operator.email}): randevu defterini dükkân adına tuttuğu için. Siftah veri işleyendir; verilerinizi kendi işi için kullanmaz, adınızı ve telefonunuzu şifreleyerek saklar.`,
          embedded
            ? 'Verileriniz, Siftah’ın kurulu olduğu bilgisayarda durur; yurt içinde ya da yurt dışında başka bir hizmet sağlayıcıya aktarılmaz.'
            : 'Siftah’ın veritabanını çalıştıran Supabase’e. Sunucuları yurt dışındadır; aktarım, Kanun’un 9. maddesindeki standart sözleşmeye dayanır.',
          'Kanunla yetkili kılınmış kurumlara: yazılı olarak istediklerinde, kanunun gerektirdiği kadar.',
        ],
      },
      {
        heading: 'Ne kadar saklıyor',
        lines: [
          'Randevu kayıtlarınızı, dükkânın müşterisi olduğunuz sürece. Silinmesini istediğinizde, kanunun saklamasını zorunlu kıldıkları dışında, en geç 30 gün içinde siler.',
          'Ödeme kayıtlarını, vergi kanunlarının istediği 5 yıl boyunca.',
          'Randevunuzun bağlantısı, randevudan 30 gün sonra açılmaz olur.',
        ],
      },
      {
        heading: 'Haklarınız',
        lines: [
          'Kanun’un 11. maddesine göre verilerinizin işlenip işlenmediğini, ne için ve kime aktarılarak işlendiğini öğrenebilir, yanlışsa düzeltilmesini, gerekmiyorsa silinmesini ve bunların aktarılan kişilere bildirilmesini isteyebilir, yalnızca otomatik incelemeyle aleyhinize çıkan bir sonuca itiraz edebilir, kanuna aykırı işleme yüzünden uğradığınız zararın giderilmesini isteyebilirsiniz.',
          `${shop.address ? 'Yazılı olarak yukarıdaki adrese' : 'Yazılı olarak dükkâna elden'} başvurun; en geç 30 gün içinde, ücretsiz yanıtlanır.`,
        ],
      },
    ],
  }
}

/** What the shop has not written here is not made up: the reader is told where he can ask for it. */
function whereToFind({ address, phone }: ShopOfText): string[] {
  const lines = [...(address ? [`Adres: ${address}`] : []), ...(phone ? [`Telefon: ${formatPhone(phone)}`] : [])]
  if (address) return lines
  const where = phone ? 'telefonla ya da dükkânda' : 'dükkânda'
  return [...lines, `Dükkân adresini bu sayfaya yazmamış; adresini ve tam unvanını ${where} öğrenebilirsiniz.`]
}
