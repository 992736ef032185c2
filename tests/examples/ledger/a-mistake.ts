import type { Example } from './book'

export const example: Example = {
  title: 'A mistake taken back, and money given back',
  happens({ step, haircut, product, sale, refund, takeBack }) {
    const mistaken = sale([haircut()], { card: 40_000 })
    const sold = sale([haircut(), product('Şampuan', 10_000)], { cash: 50_000 })
    return [
      step([1, '10:30'], 'A haircut is written down as paid by card', mistaken),
      step([1, '10:31'], 'It was cash, and there was a shampoo too: the first is taken back', ...takeBack(mistaken)),
      step([1, '10:32'], 'And written down as it was', sold),
      step([2, '09:00'], 'Ali is not happy with it and gets 150 lira back', refund(sold, 'Kasa', 15_000)),
    ]
  },
}
