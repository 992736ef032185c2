import type { LegalText, Operator } from './legal-text'

/**
 * The consent to promotional e-mails from us: for one purpose and one channel, apart from everything else, and never a
 * condition (Law 6698 art. 3 and 5/1; Kurul İlke Kararı 2026/347).
 */
export function acikRiza(operator: Operator): LegalText {
  return {
    id: 'acik-riza-tanitim',
    version: '2026-11-22',
    purpose: 'promotion-email',
    title: 'Tanıtım e-postaları için Açık Rıza',
    summary: [
      `${operator.name}, Siftah’taki yenilikleri ve kampanyaları bana e-postayla tanıtmak için adımı ve e-posta adresimi işleyebilir.`,
      'Bu izin isteğe bağlıdır. Vermesem de Siftah’ı aynı şekilde kullanırım. Verirsem dilediğim an Hesap sayfasından geri alabilirim.',
    ],
    sections: [],
  }
}
