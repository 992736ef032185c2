import { type Template, yesOrNo } from './template'

export const reminderHours: Template = {
  kind: 'reminder-hours',
  version: 1,
  body: 'Hatırlatma: {shop} randevunuz yaklaştı, {day} saat {time} için bekliyoruz. Gelemeyecek olursanız lütfen haber verin.',
  buttons: yesOrNo,
  sms: '{shop}: {day} {time} randevunuz yaklaştı.[ Değişiklik için: {phone}]',
}
