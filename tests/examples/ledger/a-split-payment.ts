import type { Example } from './book'

export const example: Example = {
  title: 'A haircut and a shampoo with a discount and a tip, paid in three ways',
  happens: ({ step, haircut, product, sale, move }) => [
    step(
      [1, '10:30'],
      'A haircut (400 lira, KDV 20 %) and a shampoo (100 lira, KDV 10 %): 300 in cash, 170 by card, 80 on veresiye, and of it 50 is for Mehmet Usta',
      sale([haircut(), product('Şampuan', 10_000)], { cash: 30_000, card: 17_000, veresiye: 8_000 }),
    ),
    step(
      [1, '11:00'],
      'The same for somebody who is given a discount: 450 in cash, of which the haircut and the shampoo take their shares',
      sale([haircut(), product('Şampuan', 10_000)], { cash: 45_000 }),
    ),
    step([1, '19:00'], 'Mehmet Usta takes his tip out of the drawer', move('Kasa', 'Hakediş', 5_000)),
  ],
}
