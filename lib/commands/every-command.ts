import { archiveService } from '@/lib/appointments/archive-service'
import { archiveStaff } from '@/lib/appointments/archive-staff'
import { bookAppointment } from '@/lib/appointments/book-appointment'
import { moveAppointment } from '@/lib/appointments/move-appointment'
import { saveService } from '@/lib/appointments/save-service'
import { saveStaff } from '@/lib/appointments/save-staff'
import { setHours } from '@/lib/appointments/set-hours'
import { setStatus } from '@/lib/appointments/set-status'
import { recordTransfer } from '@/lib/cash/record-transfer'
import { reverseTransfer } from '@/lib/cash/reverse-transfer'
import { addCustomer } from '@/lib/customers/add-customer'
import { archiveCustomer } from '@/lib/customers/archive-customer'
import { editCustomer } from '@/lib/customers/edit-customer'
import { importCustomers } from '@/lib/customers/import-customers'
import { mergeCustomers } from '@/lib/customers/merge-customers'
import { undoImport } from '@/lib/customers/undo-import'
import type { CommandDefinition } from '@/lib/sync/command'

/** Everything a phone may ask of the server, by name. An old version of a command stays here as long as phones may still send it. */
export const everyCommand: ReadonlyMap<string, CommandDefinition> = new Map(
  [
    addCustomer,
    editCustomer,
    archiveCustomer,
    mergeCustomers,
    importCustomers,
    undoImport,
    saveStaff,
    archiveStaff,
    saveService,
    archiveService,
    setHours,
    bookAppointment,
    moveAppointment,
    setStatus,
    recordTransfer,
    reverseTransfer,
  ].map(definition => [definition.name, definition]),
)
