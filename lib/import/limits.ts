/** A larger file is refused before a byte of it is read. 5,000 customers are about 1 MB, with photos in a vCard some 10 MB. */
export const MAX_FILE_BYTES = 20_000_000

/** What a zip (an .xlsx is one) may grow to: refused above it, so that 20 MB cannot become 20 GB of memory. */
export const MAX_INFLATED_BYTES = 200_000_000

/** A workbook has some ten files inside; a zip with more than this is not one. */
export const MAX_ZIP_ENTRIES = 2_000

/** Header included. A longer list is refused whole: half an import is worse than none. */
export const MAX_ROWS = 20_000

/** A wider list is refused: nobody can say which of them are the phones. */
export const MAX_COLUMNS = 200

/** The rest of a longer cell is not read: no field of ours holds so much, and regular expressions stay quick. */
export const MAX_CELL_LENGTH = 4_000

/** After this the worker is stopped and the file refused: whatever it is doing, it is not reading a customer list. */
export const MAX_WORKING_MS = 60_000
