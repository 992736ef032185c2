/** Which channels a Siftah has, and what a message by each costs: kuruş and parts of it, as the operator says; null where he has not said. */
export interface ChannelsHere {
  whatsapp: boolean
  sms: boolean
  prices: { whatsapp: number | null; sms: number | null }
  /** Nothing is sent: everything lands in the inbox of the built-in stack. */
  inbox: boolean
}
