/** The database is out of reach: the customer's link works again in a moment. */
export const Unreachable = () => (
  <main className="mx-auto flex max-w-lg flex-col gap-3 px-gutter pt-10">
    <h1 className="text-name font-bold">Şu an bağlanamadık</h1>
    <p>Randevunuza bir şey olmadı. Biraz sonra bu sayfayı yeniden açın.</p>
  </main>
)
