'use client'

import { Button } from '@/components/ui/button'
import { PrintIcon } from '@/components/ui/icons'

export const PrintButton = () => (
  <Button variant="do" full icon={<PrintIcon />} onClick={() => print()}>
    Yazdır
  </Button>
)
