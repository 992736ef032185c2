import type { LegalText, Operator } from './legal-text'

export interface Slots {
  operator: Operator
  /** Whether everything runs on the operator's own machine; if not, a Supabase project holds the data. */
  embedded: boolean
  /** Whether one can log in with Google. */
  google: boolean
}

/**
 * What a user is told before his data is taken, in two layers.
 * Content: Law 6698 art. 10 and Aydınlatma Tebliği art. 5 (purposes specific, grounds named, plain language). Form:
 * Kurul İlke Kararı 2026/347: it informs and is no contract, so it may end with "okudum, anladım" and nothing more.
 */
export function aydinlatmaMetni({ operator, embedded, google }: Slots): LegalText {
  return {
    id: 'aydinlatma-hesap',
    version: '2026-11-25',
    purpose: 'account',
    title: 'Siftah hesabınız için Aydınlatma Metni',
    summary: [
      `Veri sorumlusu: ${operator.name}.`,
      'Adınızı, e-posta adresinizi ve dükkânınızın bilgilerini, hesabınızı açmak, güvenle giriş yapmanızı sağlamak ve Siftah’ı dükkânınızda çalıştırmak için işleriz.',
    ],
    sections: [
      {
        heading: 'Veri sorumlusu',
        lines: [
          operator.name,
          `Adres: ${operator.address}`,
          `E-posta: ${operator.email}`,
          ...(operator.mersis ? [`MERSİS no: ${operator.mersis}`] : []),
        ],
      },
      {
        heading: 'Hangi veriniz, ne için',
        lines: [
          'Adınız, e-posta adresiniz ve şifreniz: hesabınızı açmak ve giriş yapmanızı sağlamak için. Şifrenizin kendisini değil, geri çevrilemeyen özetini saklarız.',
          'Dükkânınızın adı, iş kolu ve telefonu, ekipteki adınız ve göreviniz: Siftah’ı dükkânınıza göre kurmak ve kimin neyi göreceğini ayırmak için.',
          'Siftah’ta yaptığınız işlemlerin sizin adınıza kaydı: dükkânın kayıtlarında kimin ne yaptığının bilinmesi için.',
          'Size gösterdiğimiz metinlerin ve verdiğiniz ya da geri aldığınız izinlerin kaydı: bunları ispat edebilmek için.',
          'Giriş, kayıt ve şifre denemelerinin sayısı: hesabınızı başkalarının denemelerinden korumak için. İnternet adresiniz ve e-posta adresiniz bu sayaçta saklanmaz, yalnızca geri çevrilemeyen özetleri saklanır.',
        ],
      },
      {
        heading: 'Nasıl topluyoruz, hangi hukuki sebeple',
        lines: [
          'Verilerinizi bu sitedeki formlara yazdığınızda, elektronik ortamda, sizden alırız.',
          ...(google ? ['Google ile giriş yapmayı seçerseniz adınızı ve e-posta adresinizi Google’dan alırız.'] : []),
          'Hesap, dükkân, ekip ve işlem kayıtları: sizinle aramızdaki sözleşmenin kurulması ve yerine getirilmesi (6698 sayılı Kanun m. 5/2-c).',
          'Gösterilen metinlerin ve izinlerin kaydı: hukuki yükümlülüğümüz (m. 5/2-ç).',
          'Deneme sayaçları ve tanınan telefon çerezi: hesapların güvenliğindeki meşru menfaatimiz (m. 5/2-f).',
          'Tanıtım iletileri bunların dışındadır; yalnızca ayrı bir metinle açık rıza verirseniz gönderilir. Vermezseniz Siftah’ı aynı şekilde kullanırsınız.',
        ],
      },
      {
        heading: 'Çerezler',
        lines: [
          'Oturum çerezi: giriş yaptığınızı bilmek için. Çıkış yapınca silinir.',
          'Tanınan telefon çerezi: başkaları e-posta adresinizle yanlış şifre denediğinde sizi, daha önce giriş yaptığınız telefonda dışarıda bırakmamak için. Adınızı taşımaz, yalnızca giriş sayfasına gönderilir, en çok 400 gün durur; tarayıcınızın çerezlerini silince gider.',
          'Reklam ya da izleme çerezi kullanmayız.',
        ],
      },
      {
        heading: 'Kime, ne için aktarıyoruz',
        lines: [
          ...(embedded
            ? [
                'Verileriniz, Siftah’ın kurulu olduğu bilgisayarda durur; yurt içinde ya da yurt dışında bir hizmet sağlayıcıya aktarılmaz.',
              ]
            : [
                'Supabase’e: verilerin saklandığı veritabanını ve giriş hizmetini bizim adımıza çalıştırması için. Sunucular yurt dışındadır; aktarım, Kanun’un 9. maddesindeki standart sözleşmeye dayanır.',
              ]),
          ...(google
            ? ['Google’a: yalnızca Google ile giriş yapmayı seçerseniz, kim olduğunuzu doğrulaması için.']
            : []),
          'Kanunla yetkili kılınmış kurumlara: yazılı olarak istediklerinde, kanunun gerektirdiği kadar.',
        ],
      },
      {
        heading: 'Ne kadar saklıyoruz',
        lines: [
          'Hesabınız açık kaldıkça. Silinmesini istediğinizde, kanunun saklamamızı zorunlu kıldıkları dışında, en geç 30 gün içinde sileriz.',
        ],
      },
      {
        heading: 'Haklarınız',
        lines: [
          'Kanun’un 11. maddesine göre verilerinizin işlenip işlenmediğini, ne için ve kime aktarılarak işlendiğini öğrenebilir, yanlışsa düzeltilmesini, gerekmiyorsa silinmesini ve bunların aktarılan kişilere bildirilmesini isteyebilir, yalnızca otomatik incelemeyle aleyhinize çıkan bir sonuca itiraz edebilir, kanuna aykırı işleme yüzünden uğradığınız zararın giderilmesini isteyebilirsiniz.',
          `Hesabınızın e-posta adresinden ${operator.email} adresine ya da yazıyla yukarıdaki adrese başvurun; en geç 30 gün içinde, ücretsiz yanıtlarız.`,
        ],
      },
      {
        heading: 'Müşterilerinizin verileri',
        lines: [
          'Dükkânınıza kaydettiğiniz müşterilerin verilerinde veri sorumlusu sizsiniz. Biz onları yalnızca sizin adınıza saklarız, kendi işimiz için kullanmayız.',
        ],
      },
    ],
  }
}
