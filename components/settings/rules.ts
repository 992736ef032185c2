import type { BookingRules } from '@/lib/appointments/appointment'

/** A rule whose value is one of a few. */
export interface Rule {
  name: RuleName
  question: string
  choices: readonly { value: BookingRules[RuleName]; label: string }[]
  /** Whether it has any effect while the others stand so; left out: always. */
  counts?: (rules: BookingRules) => boolean
}

export type RuleName = Exclude<keyof BookingRules, 'id' | 'anyStaff'>

const rule = <K extends RuleName>(
  name: K,
  question: string,
  choices: readonly (readonly [BookingRules[K], string])[],
  counts?: Rule['counts'],
): Rule => ({ name, question, choices: choices.map(([value, label]) => ({ value, label })), counts })

const HOUR = 60
const DAY = 24 * HOUR

/** How customers may book, asked as a shop would ask it. What a shop is born with is the table's default. */
export const ruleGroups: readonly { title: string; rules: readonly Rule[] }[] = [
  {
    title: 'Randevu alma',
    rules: [
      rule('noticeMinutes', 'En geç ne zaman alınabilir?', [
        [0, 'Son dakikaya kadar'],
        [HOUR, '1 saat önce'],
        [3 * HOUR, '3 saat önce'],
        [DAY, '1 gün önce'],
        [2 * DAY, '2 gün önce'],
      ]),
      rule('daysAhead', 'Ne kadar ileriye alınabilir?', [
        [1, 'Bugün ve yarın'],
        [7, '1 hafta'],
        [14, '2 hafta'],
        [30, '1 ay'],
        [60, '2 ay'],
        [90, '3 ay'],
      ]),
      rule('stepMinutes', 'Saatler kaç dakikada bir gösterilsin?', [
        [10, '10 dakikada bir'],
        [15, '15 dakikada bir'],
        [20, '20 dakikada bir'],
        [30, 'Yarım saatte bir'],
        [60, 'Saat başı'],
      ]),
      rule('openLimit', 'Bir müşterinin aynı anda kaç randevusu olabilir?', [
        [1, '1 randevu'],
        [2, '2 randevu'],
        [3, '3 randevu'],
        [5, '5 randevu'],
        [10, '10 randevu'],
      ]),
    ],
  },
  {
    title: 'Onay',
    rules: [
      rule('approval', 'Kimin randevusu onayınızı beklesin?', [
        ['everyone', 'Herkesinki'],
        ['new-customers', 'Telefonu tanınmayanlarınki'],
        ['nobody', 'Hiçbiri, hemen onaylansın'],
      ]),
      rule('requestMinutes', 'Onaylamazsanız saat ne kadar tutulsun?', [
        [HOUR, '1 saat'],
        [3 * HOUR, '3 saat'],
        [12 * HOUR, '12 saat'],
        [DAY, '1 gün'],
        [3 * DAY, '3 gün'],
      ]),
    ],
  },
  {
    title: 'İptal ve gelmeyenler',
    rules: [
      rule('cancelNoticeMinutes', 'Müşteri en geç ne zaman iptal edebilir, değiştirebilir?', [
        [0, 'Son dakikaya kadar'],
        [HOUR, '1 saat önce'],
        [2 * HOUR, '2 saat önce'],
        [DAY, '1 gün önce'],
        [2 * DAY, '2 gün önce'],
      ]),
      rule('noShowLimit', 'Kaç kez gelmeyen müşteri sınırlansın?', [
        [1, '1 kez gelmeyen'],
        [2, '2 kez gelmeyen'],
        [3, '3 kez gelmeyen'],
        [null, 'Hiç kimse'],
      ]),
      rule(
        'noShowRule',
        'O müşteri yeniden randevu alırsa?',
        [
          ['approval', 'Onayınızı bekler'],
          ['kapora', 'Kapora alınca onaylarsınız'],
        ],
        rules => rules.noShowLimit !== null,
      ),
    ],
  },
  {
    title: 'Bekleme listesi',
    rules: [
      rule('offerMinutes', 'Boşalan saat, sırası gelen için ne kadar tutulsun?', [
        [5, '5 dakika'],
        [10, '10 dakika'],
        [15, '15 dakika'],
        [30, 'Yarım saat'],
        [HOUR, '1 saat'],
      ]),
    ],
  },
]

/** What holds now, in the words of its choice; set elsewhere to something that is no choice here, as it is. */
export function answerOf({ name, choices }: Rule, rules: BookingRules): string {
  const value = rules[name]
  return choices.find(choice => choice.value === value)?.label ?? plainAnswer(name, value)
}

function plainAnswer(name: RuleName, value: BookingRules[RuleName]): string {
  if (typeof value !== 'number') return String(value)
  if (name === 'daysAhead') return `${value} gün`
  if (name === 'openLimit') return `${value} randevu`
  if (name === 'noShowLimit') return `${value} kez gelmeyen`
  if (value % DAY === 0) return `${value / DAY} gün`
  return value % HOUR === 0 ? `${value / HOUR} saat` : `${value} dakika`
}
