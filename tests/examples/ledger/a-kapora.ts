import type { Example } from './book'

export const example: Example = {
  title: 'A kapora: used, given back, kept',
  happens: ({ step, haircut, sale, move }) => [
    step([1, '10:00'], 'Ali pays 100 lira ahead, so that his Saturday is held', move('Kapora', 'Kasa', 10_000)),
    step(
      [6, '15:00'],
      'He comes: the kapora pays a part of the haircut, he the rest',
      sale([haircut()], { kapora: 10_000, card: 30_000 }),
    ),
    step([8, '10:00'], 'He pays ahead again', move('Kapora', 'Kart', 10_000)),
    step([10, '10:00'], 'The shop cancels and gives it back', move('Kart', 'Kapora', 10_000)),
    step([12, '10:00'], 'He pays ahead once more', move('Kapora', 'Kasa', 10_000)),
    step([13, '18:00'], 'And does not come: it is the shop’s', move('Diğer gelir', 'Kapora', 10_000)),
  ],
}
