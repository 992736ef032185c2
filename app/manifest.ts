import type { MetadataRoute } from 'next'

const icon192 = { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/bugun',
    name: 'Siftah: randevu, müşteri, kasa',
    short_name: 'Siftah',
    description: 'Esnafın randevu defteri, müşteri listesi ve kasası. İnternet yokken de çalışır.',
    lang: 'tr',
    dir: 'ltr',
    start_url: '/bugun',
    scope: '/',
    display: 'standalone',
    theme_color: '#f8f3e8',
    background_color: '#f8f3e8',
    categories: ['business', 'productivity'],
    icons: [
      icon192,
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Bugün', url: '/bugun', icons: [icon192] },
      { name: 'Müşteriler', url: '/musteriler', icons: [icon192] },
      { name: 'Kasa', url: '/kasa', icons: [icon192] },
    ],
  }
}
