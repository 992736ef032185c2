import type { Template } from './template'

export const tooLate: Template = {
  kind: 'too-late',
  version: 1,
  body: 'Merhaba, {shop} için {day} saat {time} randevunuza az kaldığından mesajla iptal edilemiyor. Gelemeyecekseniz lütfen dükkânı arayın.',
  buttons: [],
  sms: '{shop}: {day} {time} randevunuza az kaldı, mesajla iptal edilemiyor.[ Tel: {phone}]',
}
