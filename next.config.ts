import type { NextConfig } from 'next'

export default {
  reactStrictMode: true,
  poweredByHeader: false,
} satisfies NextConfig
