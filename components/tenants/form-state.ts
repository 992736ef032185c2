/** What a form knows after it was sent: everything typed but the passwords, and what is wrong with it. */
export interface FormState {
  values: Readonly<Record<string, string>>
  /** One sentence for a field, by its name. */
  errors?: Readonly<Partial<Record<string, string>>>
  /** One sentence for the whole form. */
  message?: string
  /** It worked: a sentence, or what came out of it. */
  done?: string
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
