/** What lies in the archive, for whoever opens it in ten years. */
export const README = (shop: string) => `${shop}: Siftah'taki bütün kayıtlarınız

tablolar.xlsx    müşteriler, randevular, kasa ve hizmetler, Excel'de okumak için
musteriler.vcf   müşteriler, telefonun rehberine almak için
randevular.ics   randevular, bir takvime almak için
kayitlar/        kayıtların tamamı, her tür için bir JSON dosyası; saatler UTC, tutarlar kuruş
siftah.json      dükkân ve bu arşivin dökümü

Bu arşiv boş bir Siftah dükkânına geri alınabilir: Ayarlar, Verilerim, Arşivden al.
Müşterilerinizin adı ve telefonu içinde açık yazılıdır; kimseye vermeyin.
`
