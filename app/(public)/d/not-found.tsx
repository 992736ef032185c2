export default function NoShop() {
  return (
    <main className="mx-auto flex max-w-lg flex-col gap-3 px-gutter pt-10">
      <h1 className="text-name font-bold">Böyle bir dükkân sayfası yok</h1>
      <p>
        Adres yanlış yazılmış ya da dükkân sayfasını kapatmış olabilir. Dükkânı arayın ya da bağlantıyı yeniden isteyin.
      </p>
    </main>
  )
}
