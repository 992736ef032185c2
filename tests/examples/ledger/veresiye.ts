import type { Example } from './book'

export const example: Example = {
  title: 'Veresiye, and its collection',
  happens: ({ step, haircut, sale, move }) => [
    step([1, '10:30'], 'Ali has his hair cut and will pay later', sale([haircut()], { veresiye: 40_000 })),
    step([8, '10:30'], 'And again', sale([haircut()], { veresiye: 40_000 })),
    step(
      [20, '12:00'],
      'He pays 500 lira by transfer: the first haircut, and 100 lira of the second',
      move('Veresiye', 'Banka', 50_000),
    ),
    step([27, '12:00'], 'And the rest in cash', move('Veresiye', 'Kasa', 30_000)),
  ],
}
