import type { LegalText } from './legal-text'

/**
 * The consent of a shop's customer to promotional messages from that shop: apart from the booking, for one purpose, and never
 * a condition (Law 6698 art. 3 and 5/1; Law 6563 art. 6; Kurul İlke Kararı 2026/347).
 */
export function dukkanAcikRiza(shop: { name: string }): LegalText {
  return {
    id: 'acik-riza-dukkan-tanitim',
    version: '2026-11-25',
    purpose: 'promotion',
    title: 'Tanıtım mesajları için Açık Rıza',
    summary: [
      `${shop.name}, yeniliklerini ve kampanyalarını bana telefonuma mesajla (SMS, WhatsApp) tanıtmak için adımı ve telefon numaramı işleyebilir.`,
      'Bu izin isteğe bağlıdır. Vermesem de randevumu aynı şekilde alırım. Verirsem dilediğim an randevumun sayfasından ya da dükkâna söyleyerek geri alabilirim.',
    ],
    sections: [],
  }
}
