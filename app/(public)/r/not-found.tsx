export default function NoVisit() {
  return (
    <main className="mx-auto flex max-w-lg flex-col gap-3 px-gutter pt-10">
      <h1 className="text-name font-bold">Bu bağlantı bir randevu göstermiyor</h1>
      <p>Bağlantı eksik kopyalanmış, geri alınmış ya da süresi dolmuş olabilir. Randevunuz için dükkânı arayın.</p>
    </main>
  )
}
