import { addTimeOff } from '@/lib/appointments/commands/add-time-off'
import { addToQueue } from '@/lib/appointments/commands/add-to-queue'
import { addWaiting } from '@/lib/appointments/commands/add-waiting'
import { archiveService } from '@/lib/appointments/commands/archive-service'
import { archiveStaff } from '@/lib/appointments/commands/archive-staff'
import { arrangeServices } from '@/lib/appointments/commands/arrange-services'
import { bookAppointment } from '@/lib/appointments/commands/book-appointment'
import { bookVisit } from '@/lib/appointments/commands/book-visit'
import { endWaiting } from '@/lib/appointments/commands/end-waiting'
import { leaveQueue } from '@/lib/appointments/commands/leave-queue'
import { moveAppointment } from '@/lib/appointments/commands/move-appointment'
import { moveVisit } from '@/lib/appointments/commands/move-visit'
import { removeTimeOff } from '@/lib/appointments/commands/remove-time-off'
import { saveService } from '@/lib/appointments/commands/save-service'
import { saveStaff } from '@/lib/appointments/commands/save-staff'
import { setBookingRules } from '@/lib/appointments/commands/set-booking-rules'
import { setHoliday } from '@/lib/appointments/commands/set-holiday'
import { setHours } from '@/lib/appointments/commands/set-hours'
import { setSpecialHours } from '@/lib/appointments/commands/set-special-hours'
import { setStaffService } from '@/lib/appointments/commands/set-staff-service'
import { setStatus } from '@/lib/appointments/commands/set-status'
import { shareLink } from '@/lib/appointments/commands/share-link'
import { takeBack } from '@/lib/appointments/commands/take-back'
import { closeDay } from '@/lib/cash/commands/close-day'
import { openDebts } from '@/lib/cash/commands/open-debts'
import { recordTransfer } from '@/lib/cash/commands/record-transfer'
import { refund } from '@/lib/cash/commands/refund'
import { reverseTransfer } from '@/lib/cash/commands/reverse-transfer'
import { sell } from '@/lib/cash/commands/sell'
import { setLimit } from '@/lib/cash/commands/set-limit'
import { setStaffShare } from '@/lib/cash/commands/set-staff-share'
import { spend } from '@/lib/cash/commands/spend'
import { addCustomer } from '@/lib/customers/add-customer'
import { archiveCustomer } from '@/lib/customers/archive-customer'
import { editCustomer } from '@/lib/customers/edit-customer'
import { importCustomers } from '@/lib/customers/import-customers'
import { mergeCustomers } from '@/lib/customers/merge-customers'
import { undoImport } from '@/lib/customers/undo-import'
import { handleInbound } from '@/lib/messages/handle-inbound'
import { sendStatement } from '@/lib/messages/send-statement'
import { setBlock } from '@/lib/messages/set-block'
import { setMessageRules } from '@/lib/messages/set-rules'
import { settleMessage } from '@/lib/messages/settle-message'
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
    arrangeServices,
    setStaffService,
    setHours,
    setSpecialHours,
    addTimeOff,
    removeTimeOff,
    setHoliday,
    setBookingRules,
    bookVisit,
    moveVisit,
    setStatus,
    takeBack,
    shareLink,
    addToQueue,
    leaveQueue,
    addWaiting,
    endWaiting,
    bookAppointment,
    moveAppointment,
    sell,
    refund,
    recordTransfer,
    reverseTransfer,
    spend,
    closeDay,
    setStaffShare,
    openDebts,
    setLimit,
    setMessageRules,
    settleMessage,
    sendStatement,
    setBlock,
    handleInbound,
  ].map(definition => [definition.name, definition]),
)
