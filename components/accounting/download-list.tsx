'use client'

import { Download } from './download'
import { FileList, fileLinkClass } from './file-list'

/** The files, each with its progress. `base` is the address of all of them, to which `dosya` is added. */
export const DownloadList = ({ base }: { base: string }) => (
  <FileList
    link={(name, about) => (
      <Download href={`${base}&dosya=${name}`} className={fileLinkClass}>
        {about}
      </Download>
    )}
  />
)
