import { addTimeOff } from '@/lib/appointments/add-time-off'
import { addToQueue } from '@/lib/appointments/add-to-queue'
import { addWaiting } from '@/lib/appointments/add-waiting'
import { archiveService } from '@/lib/appointments/archive-service'
import { archiveStaff } from '@/lib/appointments/archive-staff'
import { arrangeServices } from '@/lib/appointments/arrange-services'
import { bookAppointment } from '@/lib/appointments/book-appointment'
import { bookVisit } from '@/lib/appointments/book-visit'
import { endWaiting } from '@/lib/appointments/end-waiting'
import { leaveQueue } from '@/lib/appointments/leave-queue'
import { moveAppointment } from '@/lib/appointments/move-appointment'
import { moveVisit } from '@/lib/appointments/move-visit'
import { removeTimeOff } from '@/lib/appointments/remove-time-off'
import { saveService } from '@/lib/appointments/save-service'
import { saveStaff } from '@/lib/appointments/save-staff'
import { setBookingRules } from '@/lib/appointments/set-booking-rules'
import { setHoliday } from '@/lib/appointments/set-holiday'
import { setHours } from '@/lib/appointments/set-hours'
import { setSpecialHours } from '@/lib/appointments/set-special-hours'
import { setStaffService } from '@/lib/appointments/set-staff-service'
import { setStatus } from '@/lib/appointments/set-status'
import { shareLink } from '@/lib/appointments/share-link'
import { takeBack } from '@/lib/appointments/take-back'
import { closeDay } from '@/lib/cash/close-day'
import { openDebts } from '@/lib/cash/open-debts'
import { recordTransfer } from '@/lib/cash/record-transfer'
import { refund } from '@/lib/cash/refund'
import { reverseTransfer } from '@/lib/cash/reverse-transfer'
import { sell } from '@/lib/cash/sell'
import { setLimit } from '@/lib/cash/set-limit'
import { setStaffShare } from '@/lib/cash/set-staff-share'
import { spend } from '@/lib/cash/spend'
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
