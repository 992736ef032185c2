import type { Template } from './template'

export const statement: Template = {
  kind: 'statement',
  version: 1,
  body: 'Merhaba, {shop} hesabınızda {day} itibarıyla kalan borç {amount} olarak görünüyor. Sorunuz olursa bize yazabilirsiniz.',
  buttons: [],
  sms: '{shop}: {day} itibarıyla kalan borcunuz {amount}.[ Tel: {phone}]',
}
