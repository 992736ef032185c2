/** Says that this copy of the server is up, to whoever balances the load. */
export function GET(): Response {
  return Response.json({ ok: true })
}
