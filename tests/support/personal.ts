import { fold } from '@/lib/kernel/turkish-text'

/** A mobile number of Türkiye in any of the ways in which it is written; not the digits of an id or of a time. */
const NUMBER = /(?<![\w.-])(?:\+?90|0)? ?\(?5\d\d\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?![\w.:-])/g

/** Who walks through the journeys, and who is in the demo's shops. */
const NAMES = [
  ...[
    'Ayşe Kaya',
    'Fatma Demir',
    'Kemal Doğan',
    'Zeynep Işık',
    'Ali Veli',
    'Işıl Çağlayan',
    'Hasan Yıldız',
    'Elif Şahin',
  ],
]

/** What customers read and wrote. */
const WORDS = ['randevunuz yazıldı', 'sizin için tutuyoruz', 'Oğlumu da getirebilir miyim']

/** All that names somebody, gives his number or says what was written, in text that anybody may read. */
export function personalIn(text: string): string[] {
  const folded = fold(text)
  return [...(text.match(NUMBER) ?? []), ...[...NAMES, ...WORDS].filter(word => folded.includes(fold(word)))]
}
