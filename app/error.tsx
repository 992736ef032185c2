'use client'

/**
 * The last resort of every page: without it Next says so in English. Every page carries it, so it is made of nothing else: the button of
 * `ui/` would bring the router's link into the first load of Bugün a second time.
 */
export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main className="flex flex-col items-start gap-3 px-gutter py-4">
      <p className="font-semibold">Bu sayfa şu an açılamadı.</p>
      <p>Kayıtlarınıza bir şey olmadı. Biraz sonra yeniden deneyin.</p>
      <button
        type="button"
        className="min-h-target rounded-control border border-do bg-do px-4 py-2 font-semibold text-do-ink"
        onClick={reset}
      >
        Yeniden dene
      </button>
    </main>
  )
}
