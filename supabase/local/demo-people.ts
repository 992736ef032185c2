// People who do not exist: the demo shops' customers.

const firstNames =
  'Ahmet Mehmet Mustafa Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Gökhan Çağrı Işık Ümit Şükrü Ayşe Fatma Emine Hatice Zeynep Elif Meryem Şerife Sultan Hanife Işıl Özlem Gülşen Çiğdem Nurşen Sevgi Derya Ebru Esra Büşra'.split(
    ' ',
  )
const surnames =
  'Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Çakır Erdoğan Işık Ünal Gündüz Tekin İnan Ateş'.split(
    ' ',
  )
const notes = [
  'Yanlar kısa, üstten az alınacak',
  'Kahvesini sade içer',
  'Boya markasına hassas',
  'Hep geç kalır, on dakika bekle',
  'Çocuğuyla gelir',
]

/** Numbers from a seed (mulberry32): the same demo on every machine. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
}

/** Sixty customers, no two alike. */
export function peopleOf(seed: number): { name: string; phone: string; note: string | null }[] {
  const roll = dice(seed * 1000)
  const names = new Set<string>()
  while (names.size < 60) names.add(`${firstNames[roll(firstNames.length)]} ${surnames[roll(surnames.length)]}`)
  return [...names].map((name, i) => ({
    name,
    phone: `+90532${seed}${String(100_000 + i * 1_237)}`,
    note: roll(6) === 0 ? notes[roll(notes.length)]! : null,
  }))
}
