import type { Example } from './book'

export const example: Example = {
  title: 'A haircut, paid in cash',
  happens: ({ step, haircut, sale }) => [
    step([1, '10:30'], 'Ali has his hair cut for 400 lira and pays in cash', sale([haircut()], { cash: 40_000 })),
  ],
}
