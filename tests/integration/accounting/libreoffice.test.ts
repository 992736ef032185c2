import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openWorld } from '@/tests/integration/tenants/world'
import { DANGEROUS, download, openShopWithBooks } from './shop-with-books'

// The workbook as a program reads it that we did not write and that does not know us. Where there is no LibreOffice this is skipped, and the reader of
// files.test.ts (xlsx, which did not write the file either) stands alone.

const office = ['soffice', 'libreoffice'].find(name => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

await openWorld()

/** Every sheet of a workbook as LibreOffice writes it as CSV: semicolons, as they are shown. */
async function asCsv(workbook: Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'siftah-office-'))
  try {
    await writeFile(join(folder, 'kitap.xlsx'), workbook)
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,true,false,false,-1'
    await promisify(execFile)(
      office!,
      [
        `-env:UserInstallation=file://${folder}/profil`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        join(folder, 'kitap.xlsx'),
      ],
      { timeout: 90_000 },
    )
    return Promise.all(['Kayıtlar', 'Özet'].map(sheet => readFile(join(folder, `kitap-${sheet}.csv`), 'utf8')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test.skipIf(!office)(
  'the workbook reads back in LibreOffice to the same totals, and a formula in a name is a name',
  async () => {
    const shop = await openShopWithBooks()
    const bytes = async (file: string) =>
      Buffer.from(await (await download(shop.browser, shop.tenantId, file)).arrayBuffer())
    const { totals, checksum } = JSON.parse((await bytes('json')).toString())
    const [rows, summary] = (await asCsv(await bytes('xlsx'))) as [string, string]

    const [titles, ...lines] = rows
      .trim()
      .split('\n')
      .map(line => line.split(';'))
    const column = (title: string) => titles!.indexOf(title)
    const kurus = (text: string) => Math.round(Number(text.replaceAll(',', '')) * 100)
    const sums: Record<string, number> = {}
    for (const line of lines) {
      const direction = line[column('Yön')]!
      sums[direction] = (sums[direction] ?? 0) + kurus(line[column('Tutar (KDV dahil)')]!)
    }
    expect(lines).toHaveLength(totals.count)
    expect(sums).toMatchObject({
      Gelir: totals.byDirection.gelir.gross,
      Gider: totals.byDirection.gider.gross,
      Tahsilat: totals.byDirection.tahsilat.gross,
    })
    expect(lines[0]![column('Tarih')]).toMatch(/^\d\d\.\d\d\.2026$/)
    expect(rows).toContain(DANGEROUS.replaceAll('"', '""'))
    expect(summary).toContain(checksum.value)
  },
)
