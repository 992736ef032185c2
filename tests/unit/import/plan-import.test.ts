import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ColumnMapping } from '@/lib/import/guess-columns'
import { chunksOf, type ExistingCustomer, type ImportedCustomer, type Plan, planImport } from '@/lib/import/plan-import'
import { isId } from '@/lib/kernel/id'

const MAPPING: ColumnMapping = { skipRows: 0, roles: ['name', 'phone', 'email', 'note'] }

function rowsOf(cells: string[][]) {
  return cells.map((row, index) => ({ number: index + 1, cells: row }))
}

function plan(cells: string[][], existing: ExistingCustomer[] = [], mapping = MAPPING): Plan {
  return planImport(rowsOf(cells), mapping, existing)
}

/** The shop's customers once the plan is carried out. */
function carryOut(existing: readonly ExistingCustomer[], { created, merged }: Plan): ImportedCustomer[] {
  const gains = new Map(merged.map(gain => [gain.id, gain]))
  const kept = existing.map(customer => {
    const gain = gains.get(customer.id)
    return {
      ...customer,
      phones: [...customer.phones, ...(gain?.phones ?? [])],
      email: gain?.email ?? customer.email,
      note: gain?.note ?? customer.note,
    }
  })
  return [...kept, ...created]
}

const AYSE: ExistingCustomer = {
  id: '01936c5e-0000-7000-8000-000000000001',
  name: 'Ayşe Yılmaz',
  phones: ['+905321112233'],
  email: null,
  note: 'Açık sarı',
}

describe('phones in any writing become one number', () => {
  test.each([
    ['0532 111 22 33', ['+905321112233']],
    ['(0532) 1112233', ['+905321112233']],
    ['+90 0532 111 22 33', ['+905321112233']],
    ['0090 532 111 22 33', ['+905321112233']],
    ['5321112233', ['+905321112233']],
    ['5.321112233E+9', ['+905321112233']],
    ['5,321112233E+09', ['+905321112233']],
    ['5321112233.0', ['+905321112233']],
    ['0532/111 22 33', ['+905321112233']],
    ['444 0 123', ['+904440123']],
    ['+49 30 901820', ['+4930901820']],
    ['0532 111 22 33 / 0533 444 55 66', ['+905321112233', '+905334445566']],
    ['0532 111 22 33, 0533 444 55 66', ['+905321112233', '+905334445566']],
    ['0532 111 22 33 - 0533 444 55 66', ['+905321112233', '+905334445566']],
    ['0532 111 22 33 ve 0533 444 55 66', ['+905321112233', '+905334445566']],
    ['05321112233\n05321112233', ['+905321112233']],
    ['Ev: 0212 555 11 22; Cep: 0532 111 22 33', ['+902125551122', '+905321112233']],
  ])('%j', (cell, phones) => {
    expect(plan([['Ayşe', cell]]).created[0]?.phones).toEqual(phones)
  })
})

describe('nothing that was written is lost', () => {
  test('a number that Excel has shortened is no number; it stays readable in the note', () => {
    const { created, outcomes } = plan([['Ayşe', '5,32111E+09', '', 'Boya']])
    expect(created).toMatchObject([{ name: 'Ayşe', phones: [], note: 'Boya\nTelefon: 5,32111E+09' }])
    expect(outcomes).toMatchObject([{ kind: 'new', warnings: ['phone-unreadable'] }])
  })

  test('“yok” and a dash are not worth a note', () => {
    expect(plan([['Ayşe', 'yok', '-', '']]).created).toMatchObject([{ phones: [], email: null, note: null }])
  })

  test('a sixth phone, a second address and what is no address go into the note', () => {
    const phones = [1, 2, 3, 4, 5, 6].map(n => `0532 111 22 3${n}`).join('\n')
    const { created } = plan([
      ['Ayşe', phones, 'ayse@ornek.com; a.yilmaz@ornek.com', ''],
      ['Işıl', '', 'isil(at)ornek', ''],
    ])
    expect(created).toMatchObject([
      { email: 'ayse@ornek.com', note: 'Telefon: +905321112236\nE-posta: a.yilmaz@ornek.com' },
      { email: null, note: 'E-posta: isil(at)ornek' },
    ])
    expect(created[0]?.phones).toHaveLength(5)
  })

  test('a person without a phone is kept, and one without a name is called by the phone', () => {
    expect(
      plan([
        ['Işıl', ''],
        ['', '05321112233'],
      ]).created,
    ).toMatchObject([
      { name: 'Işıl', phones: [] },
      { name: '0532 111 22 33', phones: ['+905321112233'] },
    ])
  })

  test('a number with a prefix that nobody has is taken, with a warning', () => {
    expect(plan([['Ayşe', '0999 888 77 66']]).outcomes).toMatchObject([{ kind: 'new', warnings: ['phone-doubtful'] }])
  })

  test('a note that is too long is cut, not through an emoji', () => {
    const { created, outcomes } = plan([['Ayşe', '', '', `${'x'.repeat(1999)}💇`]])
    expect(created[0]?.note).toBe('x'.repeat(1999))
    expect(outcomes).toMatchObject([{ warnings: ['note-cut'] }])
  })
})

test('formulas and HTML are a name like any other', () => {
  const names = ['=1+1', '<b>Ayşe</b>', '@Ayşe', '+Ayşe']
  expect(plan(names.map(name => [name, ''])).created.map(customer => customer.name)).toEqual(names)
})

test('name and surname come together, surname last, several phone columns too', () => {
  const mapping: ColumnMapping = { skipRows: 1, roles: ['surname', 'name', 'phone', 'ignore', 'phone'] }
  const cells = [
    ['Soyad', 'Ad', 'Tel', 'Şehir', 'Tel 2'],
    ['Şahin', 'Işıl', '05321112233', 'Bursa', '02125551122'],
  ]
  expect(plan(cells, [], mapping)).toMatchObject({
    outcomes: [{ row: 2, kind: 'new' }],
    created: [{ name: 'Işıl Şahin', phones: ['+905321112233', '+902125551122'] }],
  })
})

describe('a row is left out only for a reason that is said', () => {
  test.each([
    [['', '', 'ayse@ornek.com', 'Boya'], 'nobody'],
    [['A'.repeat(121), '0532 111 22 33'], 'name-too-long'],
  ])('%#', (cells, reason) => {
    const { outcomes, counts, created } = plan([cells])
    expect(outcomes).toEqual([{ row: 1, kind: 'refused', reason }])
    expect(counts).toEqual({ new: 0, merge: 0, same: 0, refused: 1 })
    expect(created).toEqual([])
  })
})

describe('a known customer gains what is missing and keeps what is there', () => {
  test('phone and e-mail are added; name and note stay', () => {
    const { outcomes, merged, created } = plan(
      [['Ayse Y.', '0532 111 22 33 / 0212 555 11 22', 'AYŞE@ornek.com', 'Kumral']],
      [AYSE],
    )
    expect(created).toEqual([])
    expect(merged).toEqual([{ id: AYSE.id, phones: ['+902125551122'], email: 'ayşe@ornek.com', note: null }])
    expect(outcomes).toEqual([
      { row: 1, kind: 'merge', id: AYSE.id, name: 'Ayşe Yılmaz', warnings: ['name-differs', 'note-differs'] },
    ])
  })

  test('with nothing to gain the row is the same, however its name is spelt', () => {
    expect(plan([['AYŞE YILMAZ', '5321112233']], [AYSE])).toMatchObject({
      outcomes: [{ kind: 'same', warnings: [] }],
      merged: [],
      created: [],
    })
  })

  test('a phone never moves from one customer to another', () => {
    const isil = { ...AYSE, id: '01936c5e-0000-7000-8000-000000000002', name: 'Işıl', phones: ['+905334445566'] }
    expect(plan([['Ayşe Yılmaz', '0532 111 22 33 / 0533 444 55 66']], [AYSE, isil])).toMatchObject({
      outcomes: [{ kind: 'same', id: AYSE.id, warnings: ['phone-elsewhere'] }],
      merged: [],
    })
  })

  test('a customer never has more than five phones', () => {
    const full = { ...AYSE, phones: [1, 2, 3, 4, 5].map(n => `+90532111223${n}`) }
    expect(plan([['Ayşe Yılmaz', '0532 111 22 31 / 0212 555 11 22']], [full])).toMatchObject({
      outcomes: [{ kind: 'same', warnings: ['too-many-phones'] }],
      merged: [],
    })
  })
})

describe('two rows of one file with one phone are one customer', () => {
  test('the second adds what the first lacked', () => {
    const { outcomes, created } = plan([
      ['Ayşe', '0532 111 22 33'],
      ['Ayşe', '+90 532 111 22 33 / 0212 555 11 22', 'ayse@ornek.com'],
      ['Ayşe', '0212 555 11 22'],
    ])
    expect(outcomes.map(outcome => outcome.kind)).toEqual(['new', 'merge', 'same'])
    expect(created).toMatchObject([
      { name: 'Ayşe', phones: ['+905321112233', '+902125551122'], email: 'ayse@ornek.com' },
    ])
  })

  test('a later row gives a name to one who had only a phone', () => {
    expect(
      plan([
        ['', '05321112233'],
        ['Ayşe', '05321112233'],
      ]),
    ).toMatchObject({
      outcomes: [{ kind: 'new' }, { kind: 'merge', warnings: [] }],
      created: [{ name: 'Ayşe' }],
    })
  })

  test('but two people without a phone are one only when all that is known of them is equal', () => {
    const cells = [
      ['Ahmet', '', '', 'Sakallı'],
      ['Ahmet', '', '', 'Uzun boylu'],
      ['AHMET', '', '', 'Sakallı'],
    ]
    expect(plan(cells).outcomes.map(outcome => outcome.kind)).toEqual(['new', 'new', 'same'])
  })
})

test('5,000 rows against 5,000 customers travel in pieces of at most 200', () => {
  const number = (n: number) => `532${String(1_000_000 + n)}`
  const existing = Array.from({ length: 5_000 }, (_, n) => ({ ...AYSE, id: `c-${n}`, phones: [`+90${number(n)}`] }))
  const cells = Array.from({ length: 5_000 }, (_, n) => [`Ayşe ${n}`, `0${number(n + 2_500)}`, `ayse${n}@ornek.com`])
  const planned = plan(cells, existing)
  const chunks = Array.from(chunksOf(planned))

  expect(planned.counts).toEqual({ new: 2_500, merge: 2_500, same: 0, refused: 0 })
  expect(chunks).toHaveLength(26)
  expect(chunks.every(({ created, merged }) => created.length + merged.length <= 200)).toBe(true)
  expect(chunks.flatMap(chunk => chunk.created)).toEqual(planned.created)
  expect(chunks.flatMap(chunk => chunk.merged)).toEqual(planned.merged)
  expect(planned.created.every(customer => isId(customer.id))).toBe(true)
})

describe('whatever the file says', () => {
  // Few values, so that rows meet each other and the customers who are there.
  const phone = fc.constantFrom(
    '',
    '05321112233',
    '0532 111 22 34',
    '+905321112235',
    '0212 555 11 22',
    '5,32E+09',
    '+4930901820',
    'yok',
  )
  const cell = (...values: string[]) => fc.constantFrom('', ...values)
  const row = fc
    .tuple(
      cell('Ayşe', 'AYŞE', 'Işıl', 'Şahin, Işıl', '=1+1', 'x'.repeat(121)),
      fc.tuple(phone, fc.constantFrom(' / ', '\n', ', '), phone).map(([a, between, b]) => a + between + b),
      cell('ayse@ornek.com', 'İSİL@ornek.com', 'a@b'),
      cell('Boya', 'Kesim', 'n'.repeat(2_100)),
    )
    .map(cells => cells.map(text => text.trim()))
  const file = fc.array(row, { maxLength: 30 })
  const people = fc.tuple(file, fc.boolean(), fc.boolean()).map(([cells, bareEmails, bareNotes]) =>
    plan(cells).created.map(customer => ({
      ...customer,
      email: bareEmails ? null : customer.email,
      note: bareNotes ? null : customer.note,
    })),
  )

  test('planning the same file a second time finds nothing new', () => {
    fc.assert(
      fc.property(file, people, (cells, existing) => {
        const again = plan(cells, carryOut(existing, plan(cells, existing)))
        expect(again).toMatchObject({ created: [], merged: [], counts: { new: 0, merge: 0 } })
      }),
    )
  })

  test('no field that a customer has is ever changed', () => {
    fc.assert(
      fc.property(file, people, (cells, existing) => {
        const before = structuredClone(existing)
        const planned = plan(cells, existing)
        expect(existing).toEqual(before)
        for (const gain of planned.merged) {
          const customer = existing.find(({ id }) => id === gain.id)!
          expect([
            gain.email !== null && customer.email !== null,
            gain.note !== null && customer.note !== null,
          ]).toEqual([false, false])
          expect(gain.phones.filter(phone => existing.some(({ phones }) => phones.includes(phone)))).toEqual([])
        }
      }),
    )
  })

  test('every row is accounted for exactly once, and no two customers share a phone', () => {
    fc.assert(
      fc.property(file, people, (cells, existing) => {
        const planned = plan(cells, existing)
        expect(planned.outcomes.map(outcome => outcome.row)).toEqual(cells.map((_, index) => index + 1))
        expect(planned.counts.new).toBe(planned.created.length)
        const phones = carryOut(existing, planned).flatMap(customer => customer.phones)
        expect(new Set(phones).size).toBe(phones.length)
      }),
    )
  })

  test('every customer that leaves the plan keeps the limits', () => {
    fc.assert(
      fc.property(file, people, (cells, existing) => {
        for (const { name, phones, note } of carryOut(existing, plan(cells, existing))) {
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(120)
          expect(phones.length).toBeLessThanOrEqual(5)
          expect(note?.length ?? 0).toBeLessThanOrEqual(2_000)
        }
      }),
    )
  })
})

describe('what somebody owed before the book was', () => {
  const OWING: ColumnMapping = { skipRows: 0, roles: ['name', 'phone', 'debt'] }
  const owed = (cells: string[][], existing: ExistingCustomer[] = []) => plan(cells, existing, OWING)

  test.each([
    ['1.234,50', 1_234_50],
    ['1234.5', 1_234_50],
    ['₺ 250', 250_00],
    ['75 TL', 75_00],
  ])('%s is read as money', (cell, amount) => {
    const { debts, created } = owed([['Işıl', '0532 111 22 34', cell]])
    expect(debts).toMatchObject([{ customerId: created[0]!.id, amount }])
  })

  test.each(['', '0', '0,00'])('%j is no debt', cell => {
    expect(owed([['Işıl', '', cell]])).toMatchObject({ debts: [], outcomes: [{ warnings: [] }] })
  })

  test.each(['-50', 'vardı, soracağım', '12,345', '1e300', '999.999.999.999'])(
    '%s is no amount: it goes into the note, and the row says so',
    cell => {
      const { debts, created, outcomes } = owed([['Işıl', '', cell]])
      expect(debts).toEqual([])
      expect(created[0]!.note).toBe(`Borç: ${cell}`)
      expect(outcomes[0]).toMatchObject({ warnings: ['debt-unreadable'] })
    },
  )

  test('is a known customer’s who is in the list, and not twice: neither by two rows nor by the same list again', () => {
    const row = ['Ayşe Yılmaz', '0532 111 22 33', '100']
    expect(owed([row], [AYSE]).debts).toMatchObject([{ customerId: AYSE.id, amount: 100_00 }])
    const doubled = owed([row, row], [AYSE])
    expect(doubled.debts).toHaveLength(1)
    expect(doubled.outcomes[1]).toMatchObject({ warnings: ['debt-twice'] })
    const again = owed([row], [{ ...AYSE, hasOwed: true }])
    expect(again.debts).toEqual([])
    expect(again.outcomes[0]).toMatchObject({ warnings: ['debt-known'] })
  })
})
