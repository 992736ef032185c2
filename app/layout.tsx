import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import './globals.css'

// Every page carries the nonce of its own request's security policy (proxy.ts), so none can be made in advance.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  applicationName: 'Siftah',
  title: { default: 'Siftah', template: '%s · Siftah' },
  description: 'Esnafın randevu defteri, müşteri listesi ve kasası. İnternet yokken de çalışır.',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/icons/apple-touch-180.png',
  },
  appleWebApp: { capable: true, title: 'Siftah', statusBarStyle: 'default' },
  // Safari would turn prices and dates into telephone links; our numbers are links already where they should be.
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // The keyboard pushes sheets and the bottom bar up instead of covering them.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f3e8' },
    { media: '(prefers-color-scheme: dark)', color: '#191612' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="tr">
      <body>{children}</body>
    </html>
  )
}
