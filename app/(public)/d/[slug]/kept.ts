/** The cookie that names what this person keeps while he writes his name: another choice lets it go. */
export const KEPT = 'tutulan'
