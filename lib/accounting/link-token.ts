/** 256 random bits in base64url: the part of an accountant's link that cannot be guessed. */
export const LINK_TOKEN = /^[A-Za-z0-9_-]{43}$/
