/** 256 random bits in base64url: the part of an invitation's link that cannot be guessed. */
export const INVITATION_TOKEN = /^[A-Za-z0-9_-]{43}$/
