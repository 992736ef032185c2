/** Why an archive is not taken; what the owner reads then, and what to do about it. */
export const refusals = {
  'too-large': 'Dosya çok büyük. Bir arşiv en çok 100 MB olabilir.',
  'too-large-inside': 'Bu dosya açılınca çok büyüyor, güvenli değil. Siftah’tan indirdiğiniz arşivi seçin.',
  encrypted: 'Dosya şifreli. Siftah’tan indirdiğiniz arşivi olduğu gibi seçin.',
  damaged: 'Dosya bozuk ya da eksik inmiş. Yeniden indirip seçin.',
  'not-an-archive': 'Bu bir Siftah arşivi değil. “Verilerimi indir” ile aldığınız dosyayı seçin.',
  'too-new': 'Bu arşiv daha yeni bir Siftah’tan. Önce bu Siftah’ı güncelleyin.',
  incomplete: 'Arşivin bir parçası eksik ya da değiştirilmiş. Yeniden indirip seçin.',
  malformed: 'Arşivde tutarsız kayıtlar var, hiçbiri alınmadı. Yeniden indirip seçin.',
  'not-owner': 'Arşivi yalnızca dükkânın sahibi alabilir.',
  'not-empty': 'Bu dükkânda kayıt var. Arşiv yalnızca boş bir dükkâna alınır; yeni bir dükkân açın.',
} as const satisfies Record<string, string>

export type ArchiveRefusal = keyof typeof refusals

export const isRefusal = (word: unknown): word is ArchiveRefusal =>
  typeof word === 'string' && Object.hasOwn(refusals, word)
