import { toSubmit } from '@/lib/messages/templates/content'
import { main } from './main'

// Prints what must be submitted for approval before WhatsApp takes our messages: for each template the body of `POST https://content.twilio.com/v1/Content`,
// and of the `…/ApprovalRequests/whatsapp` that follows. APP_URL is where the pages behind the buttons are.
await main(async () => {
  console.log(JSON.stringify(toSubmit(process.env.APP_URL || 'https://siftah.example'), null, 2))
  return 0
})
