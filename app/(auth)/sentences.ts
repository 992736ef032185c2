/** What a form says to a refusal of lib/tenants. */
export const sentences = {
  'too-many': 'Çok fazla deneme yapıldı. Bir süre bekleyip yeniden deneyin.',
  'known-email': 'Bu e-postayla bir hesap zaten var. Giriş yapın ya da şifrenizi yenileyin.',
  'weak-password': 'Bu şifre kolay tahmin edilir. Daha uzun bir şifre yazın.',
  'wrong-log-in': 'E-posta ya da şifre yanlış.',
  'unconfirmed-email': 'E-postanızı henüz onaylamadınız. Size gelen bağlantıya dokunun, sonra giriş yapın.',
  'link-used': 'Bu bağlantının süresi doldu ya da daha önce kullanıldı. Yenisini isteyin.',
  'too-many-shops': 'Bir hesapla en çok beş dükkân açılır.',
  'seat-taken': 'Bu koltukta başkası oturuyor. Başka bir koltuk seçin.',
  'last-owner': 'Dükkânın tek sahibi çıkarılamaz.',
  unknown: 'Bu davet geçerli değil. Sizi davet edenden yenisini isteyin.',
  used: 'Bu davet daha önce kullanıldı.',
  expired: 'Bu davetin süresi doldu. Sizi davet edenden yenisini isteyin.',
} as const
