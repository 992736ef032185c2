
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "accounts": {
                  Row: {
                    "created_at": string,"customer_id": string | null,"id": string,"kind": string,"name": string,"position": number,"rev": number,"staff_id": string | null,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"customer_id"?: string | null,"id"?: string,"kind": string,"name": string,"position"?: number,"rev": number,"staff_id"?: string | null,"tenant_id": string
                  }
                  Update: {
                    "created_at"?: string,"customer_id"?: string | null,"id"?: string,"kind"?: string,"name"?: string,"position"?: number,"rev"?: number,"staff_id"?: string | null,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "accounts_tenant_id_customer_id_fkey"
      columns: ["tenant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "accounts_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "accounts_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"appointment_events": {
                  Row: {
                    "actor": string,"appointment_id": string,"at": string,"id": string,"rev": number,"staff_id": string,"starts_at": string,"status": string,"tenant_id": string,"user_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "actor": string,"appointment_id": string,"at"?: string,"id"?: string,"rev": number,"staff_id": string,"starts_at": string,"status": string,"tenant_id": string,"user_id"?: string | null
                  }
                  Update: {
                    "actor"?: string,"appointment_id"?: string,"at"?: string,"id"?: string,"rev"?: number,"staff_id"?: string,"starts_at"?: string,"status"?: string,"tenant_id"?: string,"user_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "appointment_events_tenant_id_appointment_id_fkey"
      columns: ["tenant_id","appointment_id"]
isOneToOne: false
      referencedRelation: "appointments"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "appointment_events_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "appointment_events_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"appointment_links": {
                  Row: {
                    "appointment_id": string,"created_at": string,"id": string,"revoked_at": string | null,"tenant_id": string,"token_hash": string
                  }
                  ComputedFields: never
                  Insert: {
                    "appointment_id": string,"created_at"?: string,"id": string,"revoked_at"?: string | null,"tenant_id": string,"token_hash": string
                  }
                  Update: {
                    "appointment_id"?: string,"created_at"?: string,"id"?: string,"revoked_at"?: string | null,"tenant_id"?: string,"token_hash"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "appointment_links_tenant_id_appointment_id_fkey"
      columns: ["tenant_id","appointment_id"]
isOneToOne: false
      referencedRelation: "appointments"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "appointment_links_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"appointments": {
                  Row: {
                    "booked_name": string | null,"busy_from": string,"busy_until": string,"clean_minutes": number,"created_at": string,"customer_confirmed_at": string | null,"customer_id": string | null,"deleted_at": string | null,"ends_at": string,"id": string,"lapses_at": string | null,"note": string | null,"prepare_minutes": number,"price": number,"rev": number,"series_id": string | null,"service_id": string,"staff_id": string,"starts_at": string,"status": string,"status_actor": string,"status_at": string,"status_by": string | null,"status_reason": string | null,"tenant_id": string,"visit_id": string | null,"waiting_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "booked_name"?: string | null,"busy_from": string,"busy_until": string,"clean_minutes"?: number,"created_at": string,"customer_confirmed_at"?: string | null,"customer_id"?: string | null,"deleted_at"?: string | null,"ends_at": string,"id": string,"lapses_at"?: string | null,"note"?: string | null,"prepare_minutes"?: number,"price": number,"rev": number,"series_id"?: string | null,"service_id": string,"staff_id": string,"starts_at": string,"status"?: string,"status_actor"?: string,"status_at": string,"status_by"?: string | null,"status_reason"?: string | null,"tenant_id": string,"visit_id"?: string | null,"waiting_id"?: string | null
                  }
                  Update: {
                    "booked_name"?: string | null,"busy_from"?: string,"busy_until"?: string,"clean_minutes"?: number,"created_at"?: string,"customer_confirmed_at"?: string | null,"customer_id"?: string | null,"deleted_at"?: string | null,"ends_at"?: string,"id"?: string,"lapses_at"?: string | null,"note"?: string | null,"prepare_minutes"?: number,"price"?: number,"rev"?: number,"series_id"?: string | null,"service_id"?: string,"staff_id"?: string,"starts_at"?: string,"status"?: string,"status_actor"?: string,"status_at"?: string,"status_by"?: string | null,"status_reason"?: string | null,"tenant_id"?: string,"visit_id"?: string | null,"waiting_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "appointments_tenant_id_customer_id_fkey"
      columns: ["tenant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "appointments_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "appointments_tenant_id_service_id_fkey"
      columns: ["tenant_id","service_id"]
isOneToOne: false
      referencedRelation: "services"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "appointments_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "appointments_tenant_id_waiting_id_fkey"
      columns: ["tenant_id","waiting_id"]
isOneToOne: false
      referencedRelation: "waiting_list"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"booking_rules": {
                  Row: {
                    "any_staff": boolean,"approval": string,"cancel_notice_minutes": number,"days_ahead": number,"id": string,"no_show_limit": number | null,"no_show_rule": string,"notice_minutes": number,"offer_minutes": number,"open_limit": number,"request_minutes": number,"rev": number,"step_minutes": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "any_staff"?: boolean,"approval"?: string,"cancel_notice_minutes"?: number,"days_ahead"?: number,"id": string,"no_show_limit"?: number | null,"no_show_rule"?: string,"notice_minutes"?: number,"offer_minutes"?: number,"open_limit"?: number,"request_minutes"?: number,"rev": number,"step_minutes"?: number,"tenant_id": string
                  }
                  Update: {
                    "any_staff"?: boolean,"approval"?: string,"cancel_notice_minutes"?: number,"days_ahead"?: number,"id"?: string,"no_show_limit"?: number | null,"no_show_rule"?: string,"notice_minutes"?: number,"offer_minutes"?: number,"open_limit"?: number,"request_minutes"?: number,"rev"?: number,"step_minutes"?: number,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "booking_rules_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"calendar_feeds": {
                  Row: {
                    "created_at": string,"full_names": boolean,"id": string,"revoked_at": string | null,"staff_id": string,"tenant_id": string,"token_hash": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"full_names"?: boolean,"id"?: string,"revoked_at"?: string | null,"staff_id": string,"tenant_id": string,"token_hash": string
                  }
                  Update: {
                    "created_at"?: string,"full_names"?: boolean,"id"?: string,"revoked_at"?: string | null,"staff_id"?: string,"tenant_id"?: string,"token_hash"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "calendar_feeds_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "calendar_feeds_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"command_results": {
                  Row: {
                    "created_at": string,"device_id": string,"event_at": string,"id": string,"name": string,"reason": string | null,"rev": number,"tenant_id": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"device_id": string,"event_at": string,"id": string,"name": string,"reason"?: string | null,"rev": number,"tenant_id": string,"user_id"?: string
                  }
                  Update: {
                    "created_at"?: string,"device_id"?: string,"event_at"?: string,"id"?: string,"name"?: string,"reason"?: string | null,"rev"?: number,"tenant_id"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "command_results_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"customer_consents": {
                  Row: {
                    "channel": string,"created_at": string,"customer_id": string,"id": string,"kind": string,"purpose": string,"tenant_id": string,"text_hash": string,"text_id": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "channel": string,"created_at"?: string,"customer_id": string,"id"?: string,"kind": string,"purpose": string,"tenant_id": string,"text_hash": string,"text_id": string,"version": string
                  }
                  Update: {
                    "channel"?: string,"created_at"?: string,"customer_id"?: string,"id"?: string,"kind"?: string,"purpose"?: string,"tenant_id"?: string,"text_hash"?: string,"text_id"?: string,"version"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "customer_consents_tenant_id_customer_id_fkey"
      columns: ["tenant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "customer_consents_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "customer_consents_text_hash_fkey"
      columns: ["text_hash"]
isOneToOne: false
      referencedRelation: "legal_texts"
      referencedColumns: ["hash"]
    }
                  ]
                },"customer_import_rows": {
                  Row: {
                    "after_rev": number,"before": Json | null,"customer_id": string,"id": string,"import_id": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "after_rev": number,"before"?: Json | null,"customer_id": string,"id"?: string,"import_id": string,"tenant_id": string
                  }
                  Update: {
                    "after_rev"?: number,"before"?: Json | null,"customer_id"?: string,"id"?: string,"import_id"?: string,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "customer_import_rows_tenant_id_customer_id_fkey"
      columns: ["tenant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "customer_import_rows_tenant_id_import_id_fkey"
      columns: ["tenant_id","import_id"]
isOneToOne: false
      referencedRelation: "customer_imports"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"customer_imports": {
                  Row: {
                    "created_at": string,"id": string,"rev": number,"tenant_id": string,"undone_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at": string,"id": string,"rev": number,"tenant_id": string,"undone_at"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"rev"?: number,"tenant_id"?: string,"undone_at"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "customer_imports_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"customers": {
                  Row: {
                    "archived_at": string | null,"created_at": string,"deleted_at": string | null,"email": string | null,"id": string,"import_id": string | null,"merged_into": string | null,"name": string | null,"no_shows": number,"note": string | null,"phone_indexes": (string)[],"phones": string | null,"rev": number,"tenant_id": string,"veresiye_limit": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "archived_at"?: string | null,"created_at": string,"deleted_at"?: string | null,"email"?: string | null,"id": string,"import_id"?: string | null,"merged_into"?: string | null,"name"?: string | null,"no_shows"?: number,"note"?: string | null,"phone_indexes"?: (string)[],"phones"?: string | null,"rev": number,"tenant_id": string,"veresiye_limit"?: number | null
                  }
                  Update: {
                    "archived_at"?: string | null,"created_at"?: string,"deleted_at"?: string | null,"email"?: string | null,"id"?: string,"import_id"?: string | null,"merged_into"?: string | null,"name"?: string | null,"no_shows"?: number,"note"?: string | null,"phone_indexes"?: (string)[],"phones"?: string | null,"rev"?: number,"tenant_id"?: string,"veresiye_limit"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "customers_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "customers_tenant_id_import_id_fkey"
      columns: ["tenant_id","import_id"]
isOneToOne: false
      referencedRelation: "customer_imports"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "customers_tenant_id_merged_into_fkey"
      columns: ["tenant_id","merged_into"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"holiday_hours": {
                  Row: {
                    "holiday": string,"id": string,"opens": string,"rev": number,"tenant_id": string,"until": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "holiday": string,"id": string,"opens": string,"rev": number,"tenant_id": string,"until"?: number | null
                  }
                  Update: {
                    "holiday"?: string,"id"?: string,"opens"?: string,"rev"?: number,"tenant_id"?: string,"until"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "holiday_hours_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"invitations": {
                  Row: {
                    "accepted_at": string | null,"accepted_by": string | null,"created_at": string,"created_by": string,"expires_at": string,"id": string,"name": string,"revoked_at": string | null,"role": string,"tenant_id": string,"token_hash": string
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted_at"?: string | null,"accepted_by"?: string | null,"created_at"?: string,"created_by"?: string,"expires_at"?: string,"id"?: string,"name": string,"revoked_at"?: string | null,"role": string,"tenant_id": string,"token_hash": string
                  }
                  Update: {
                    "accepted_at"?: string | null,"accepted_by"?: string | null,"created_at"?: string,"created_by"?: string,"expires_at"?: string,"id"?: string,"name"?: string,"revoked_at"?: string | null,"role"?: string,"tenant_id"?: string,"token_hash"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "invitations_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"legal_texts": {
                  Row: {
                    "body": string,"created_at": string,"hash": string,"language": string,"text_id": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "body": string,"created_at"?: string,"hash": string,"language"?: string,"text_id": string,"version": string
                  }
                  Update: {
                    "body"?: string,"created_at"?: string,"hash"?: string,"language"?: string,"text_id"?: string,"version"?: string
                  }
                  Relationships: [
                    
                  ]
                },"memberships": {
                  Row: {
                    "created_at": string,"id": string,"name": string,"removed_at": string | null,"removed_by": string | null,"role": string,"sees_till": boolean,"tenant_id": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"name": string,"removed_at"?: string | null,"removed_by"?: string | null,"role": string,"sees_till"?: boolean,"tenant_id": string,"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"name"?: string,"removed_at"?: string | null,"removed_by"?: string | null,"role"?: string,"sees_till"?: boolean,"tenant_id"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "memberships_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"sale_lines": {
                  Row: {
                    "account_id": string,"appointment_id": string | null,"discount": number,"event_at": string,"gross": number,"id": string,"kdv": number,"kdv_rate": number | null,"name": string | null,"position": number,"quantity": number,"rev": number,"sale_id": string,"service_id": string | null,"staff_id": string | null,"tenant_id": string,"unit_price": number
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"appointment_id"?: string | null,"discount"?: number,"event_at": string,"gross"?: never,"id": string,"kdv"?: never,"kdv_rate"?: number | null,"name"?: string | null,"position": number,"quantity": number,"rev": number,"sale_id": string,"service_id"?: string | null,"staff_id"?: string | null,"tenant_id": string,"unit_price": number
                  }
                  Update: {
                    "account_id"?: string,"appointment_id"?: string | null,"discount"?: number,"event_at"?: string,"gross"?: never,"id"?: string,"kdv"?: never,"kdv_rate"?: number | null,"name"?: string | null,"position"?: number,"quantity"?: number,"rev"?: number,"sale_id"?: string,"service_id"?: string | null,"staff_id"?: string | null,"tenant_id"?: string,"unit_price"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "sale_lines_tenant_id_account_id_fkey"
      columns: ["tenant_id","account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "sale_lines_tenant_id_appointment_id_fkey"
      columns: ["tenant_id","appointment_id"]
isOneToOne: false
      referencedRelation: "appointments"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "sale_lines_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "sale_lines_tenant_id_sale_id_fkey"
      columns: ["tenant_id","sale_id"]
isOneToOne: false
      referencedRelation: "sales"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "sale_lines_tenant_id_service_id_fkey"
      columns: ["tenant_id","service_id"]
isOneToOne: false
      referencedRelation: "services"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "sale_lines_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"sales": {
                  Row: {
                    "appointment_id": string | null,"created_at": string,"created_by": string,"customer_id": string | null,"event_at": string,"id": string,"note": string | null,"rev": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "appointment_id"?: string | null,"created_at"?: string,"created_by"?: string,"customer_id"?: string | null,"event_at": string,"id": string,"note"?: string | null,"rev": number,"tenant_id": string
                  }
                  Update: {
                    "appointment_id"?: string | null,"created_at"?: string,"created_by"?: string,"customer_id"?: string | null,"event_at"?: string,"id"?: string,"note"?: string | null,"rev"?: number,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "sales_tenant_id_appointment_id_fkey"
      columns: ["tenant_id","appointment_id"]
isOneToOne: false
      referencedRelation: "appointments"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "sales_tenant_id_customer_id_fkey"
      columns: ["tenant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "sales_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"services": {
                  Row: {
                    "archived_at": string | null,"clean_minutes": number,"id": string,"kdv_rate": number | null,"minutes": number,"name": string,"online": boolean,"position": number,"prepare_minutes": number,"price": number,"rev": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "archived_at"?: string | null,"clean_minutes"?: number,"id": string,"kdv_rate"?: number | null,"minutes": number,"name": string,"online"?: boolean,"position"?: number,"prepare_minutes"?: number,"price": number,"rev": number,"tenant_id": string
                  }
                  Update: {
                    "archived_at"?: string | null,"clean_minutes"?: number,"id"?: string,"kdv_rate"?: number | null,"minutes"?: number,"name"?: string,"online"?: boolean,"position"?: number,"prepare_minutes"?: number,"price"?: number,"rev"?: number,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "services_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"special_hours": {
                  Row: {
                    "day": string,"deleted_at": string | null,"id": string,"ranges": NonNullable<Json>,"rev": number,"staff_id": string | null,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "day": string,"deleted_at"?: string | null,"id": string,"ranges": NonNullable<Json>,"rev": number,"staff_id"?: string | null,"tenant_id": string
                  }
                  Update: {
                    "day"?: string,"deleted_at"?: string | null,"id"?: string,"ranges"?: NonNullable<Json>,"rev"?: number,"staff_id"?: string | null,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "special_hours_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "special_hours_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"staff": {
                  Row: {
                    "archived_at": string | null,"id": string,"member_id": string | null,"name": string,"position": number,"rev": number,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "archived_at"?: string | null,"id": string,"member_id"?: string | null,"name": string,"position"?: number,"rev": number,"tenant_id": string
                  }
                  Update: {
                    "archived_at"?: string | null,"id"?: string,"member_id"?: string | null,"name"?: string,"position"?: number,"rev"?: number,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "staff_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "staff_tenant_id_member_id_fkey"
      columns: ["tenant_id","member_id"]
isOneToOne: false
      referencedRelation: "memberships"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"staff_services": {
                  Row: {
                    "id": string,"minutes": number | null,"offered": boolean,"price": number | null,"rev": number,"service_id": string,"staff_id": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id": string,"minutes"?: number | null,"offered": boolean,"price"?: number | null,"rev": number,"service_id": string,"staff_id": string,"tenant_id": string
                  }
                  Update: {
                    "id"?: string,"minutes"?: number | null,"offered"?: boolean,"price"?: number | null,"rev"?: number,"service_id"?: string,"staff_id"?: string,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "staff_services_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "staff_services_tenant_id_service_id_fkey"
      columns: ["tenant_id","service_id"]
isOneToOne: false
      referencedRelation: "services"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "staff_services_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"tenant_keys": {
                  Row: {
                    "created_at": string,"id": string,"purpose": string,"retired_at": string | null,"tenant_id": string,"wrapped": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id": string,"purpose": string,"retired_at"?: string | null,"tenant_id": string,"wrapped": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"purpose"?: string,"retired_at"?: string | null,"tenant_id"?: string,"wrapped"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "tenant_keys_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    }
                  ]
                },"tenants": {
                  Row: {
                    "address": string | null,"created_at": string,"id": string,"name": string,"phone": string | null,"published_at": string | null,"slug": string | null,"trade": string,"zone": string
                  }
                  ComputedFields: never
                  Insert: {
                    "address"?: string | null,"created_at"?: string,"id": string,"name": string,"phone"?: string | null,"published_at"?: string | null,"slug"?: string | null,"trade": string,"zone"?: string
                  }
                  Update: {
                    "address"?: string | null,"created_at"?: string,"id"?: string,"name"?: string,"phone"?: string | null,"published_at"?: string | null,"slug"?: string | null,"trade"?: string,"zone"?: string
                  }
                  Relationships: [
                    
                  ]
                },"time_off": {
                  Row: {
                    "deleted_at": string | null,"ends_at": string,"id": string,"note": string | null,"rev": number,"staff_id": string | null,"starts_at": string,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "deleted_at"?: string | null,"ends_at": string,"id": string,"note"?: string | null,"rev": number,"staff_id"?: string | null,"starts_at": string,"tenant_id": string
                  }
                  Update: {
                    "deleted_at"?: string | null,"ends_at"?: string,"id"?: string,"note"?: string | null,"rev"?: number,"staff_id"?: string | null,"starts_at"?: string,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "time_off_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "time_off_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"transfers": {
                  Row: {
                    "amount": number,"appointment_id": string | null,"created_at": string,"created_by": string,"event_at": string,"from_account_id": string,"id": string,"import_id": string | null,"kdv": number,"line_id": string | null,"note": string | null,"rev": number,"reverses_id": string | null,"sale_id": string | null,"tenant_id": string,"to_account_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount": number,"appointment_id"?: string | null,"created_at"?: string,"created_by"?: string,"event_at": string,"from_account_id": string,"id": string,"import_id"?: string | null,"kdv"?: number,"line_id"?: string | null,"note"?: string | null,"rev": number,"reverses_id"?: string | null,"sale_id"?: string | null,"tenant_id": string,"to_account_id": string
                  }
                  Update: {
                    "amount"?: number,"appointment_id"?: string | null,"created_at"?: string,"created_by"?: string,"event_at"?: string,"from_account_id"?: string,"id"?: string,"import_id"?: string | null,"kdv"?: number,"line_id"?: string | null,"note"?: string | null,"rev"?: number,"reverses_id"?: string | null,"sale_id"?: string | null,"tenant_id"?: string,"to_account_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "transfers_tenant_id_appointment_id_fkey"
      columns: ["tenant_id","appointment_id"]
isOneToOne: false
      referencedRelation: "appointments"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "transfers_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "transfers_tenant_id_from_account_id_fkey"
      columns: ["tenant_id","from_account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "transfers_tenant_id_import_id_fkey"
      columns: ["tenant_id","import_id"]
isOneToOne: false
      referencedRelation: "customer_imports"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "transfers_tenant_id_line_id_fkey"
      columns: ["tenant_id","line_id"]
isOneToOne: false
      referencedRelation: "sale_lines"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "transfers_tenant_id_reverses_id_to_account_id_from_account_fkey"
      columns: ["tenant_id","reverses_id","to_account_id","from_account_id","amount"]
isOneToOne: false
      referencedRelation: "transfers"
      referencedColumns: ["tenant_id","id","from_account_id","to_account_id","amount"]
    },{
      foreignKeyName: "transfers_tenant_id_sale_id_fkey"
      columns: ["tenant_id","sale_id"]
isOneToOne: false
      referencedRelation: "sales"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "transfers_tenant_id_to_account_id_fkey"
      columns: ["tenant_id","to_account_id"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"user_consents": {
                  Row: {
                    "channel": string,"created_at": string,"id": string,"kind": string,"purpose": string,"text_hash": string,"text_id": string,"user_id": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "channel": string,"created_at"?: string,"id"?: string,"kind": string,"purpose": string,"text_hash": string,"text_id": string,"user_id": string,"version": string
                  }
                  Update: {
                    "channel"?: string,"created_at"?: string,"id"?: string,"kind"?: string,"purpose"?: string,"text_hash"?: string,"text_id"?: string,"user_id"?: string,"version"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "user_consents_text_hash_fkey"
      columns: ["text_hash"]
isOneToOne: false
      referencedRelation: "legal_texts"
      referencedColumns: ["hash"]
    }
                  ]
                },"waiting_list": {
                  Row: {
                    "created_at": string,"customer_id": string,"ended_at": string | null,"from_day": string,"from_minute": number,"id": string,"rev": number,"service_id": string,"staff_id": string | null,"tenant_id": string,"to_day": string,"to_minute": number
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at": string,"customer_id": string,"ended_at"?: string | null,"from_day": string,"from_minute"?: number,"id": string,"rev": number,"service_id": string,"staff_id"?: string | null,"tenant_id": string,"to_day": string,"to_minute"?: number
                  }
                  Update: {
                    "created_at"?: string,"customer_id"?: string,"ended_at"?: string | null,"from_day"?: string,"from_minute"?: number,"id"?: string,"rev"?: number,"service_id"?: string,"staff_id"?: string | null,"tenant_id"?: string,"to_day"?: string,"to_minute"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "waiting_list_tenant_id_customer_id_fkey"
      columns: ["tenant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "waiting_list_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "waiting_list_tenant_id_service_id_fkey"
      columns: ["tenant_id","service_id"]
isOneToOne: false
      referencedRelation: "services"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "waiting_list_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"walk_ins": {
                  Row: {
                    "appointment_id": string | null,"arrived_at": string,"customer_id": string | null,"id": string,"left_at": string | null,"name": string | null,"rev": number,"service_id": string,"staff_id": string | null,"tenant_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "appointment_id"?: string | null,"arrived_at": string,"customer_id"?: string | null,"id": string,"left_at"?: string | null,"name"?: string | null,"rev": number,"service_id": string,"staff_id"?: string | null,"tenant_id": string
                  }
                  Update: {
                    "appointment_id"?: string | null,"arrived_at"?: string,"customer_id"?: string | null,"id"?: string,"left_at"?: string | null,"name"?: string | null,"rev"?: number,"service_id"?: string,"staff_id"?: string | null,"tenant_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "walk_ins_tenant_id_appointment_id_fkey"
      columns: ["tenant_id","appointment_id"]
isOneToOne: false
      referencedRelation: "appointments"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "walk_ins_tenant_id_customer_id_fkey"
      columns: ["tenant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "walk_ins_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "walk_ins_tenant_id_service_id_fkey"
      columns: ["tenant_id","service_id"]
isOneToOne: false
      referencedRelation: "services"
      referencedColumns: ["tenant_id","id"]
    },{
      foreignKeyName: "walk_ins_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                },"working_hours": {
                  Row: {
                    "id": string,"ranges": NonNullable<Json>,"rev": number,"staff_id": string,"tenant_id": string,"weekday": number
                  }
                  ComputedFields: never
                  Insert: {
                    "id": string,"ranges": NonNullable<Json>,"rev": number,"staff_id": string,"tenant_id": string,"weekday": number
                  }
                  Update: {
                    "id"?: string,"ranges"?: NonNullable<Json>,"rev"?: number,"staff_id"?: string,"tenant_id"?: string,"weekday"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "working_hours_tenant_id_fkey"
      columns: ["tenant_id"]
isOneToOne: false
      referencedRelation: "tenants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "working_hours_tenant_id_staff_id_fkey"
      columns: ["tenant_id","staff_id"]
isOneToOne: false
      referencedRelation: "staff"
      referencedColumns: ["tenant_id","id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "accept_invitation":
{ Args: { "p_token_hash": string }; Returns: Json
                           },
"act_by_link":
{ Args: { "p_act": string,"p_moves"?: Json,"p_token_hash": string }; Returns: Json
                           },
"apply_commands":
{ Args: { "p_commands": Json,"p_device": string,"p_tenant": string }; Returns: Json
                           },
"book_online":
{ Args: { "p_allowed"?: boolean,"p_consents": Json,"p_customer": Json,"p_token_hash": string }; Returns: Json
                           },
"busy_times":
{ Args: { "p_except"?: (string)[],"p_from": string,"p_tenant": string,"p_until": string }; Returns: Json
                           },
"changes_since":
{ Args: { "p_cursor": Json,"p_limit": number,"p_tenant": string }; Returns: Json
                           },
"feed_of":
{ Args: { "p_token_hash": string }; Returns: Json
                           },
"hold_online":
{ Args: { "p_choices": Json,"p_link": Json,"p_minutes": number,"p_release"?: string,"p_tenant": string }; Returns: Json
                           },
"invitation_of":
{ Args: { "p_token_hash": string }; Returns: Json
                           },
"open_shop":
{ Args: { "p_keys": Json,"p_shop": Json,"p_starters": Json }; Returns: Json
                           },
"refuse_promotion":
{ Args: { "p_consent": Json,"p_token_hash": string }; Returns: boolean
                           },
"shop_page":
{ Args: { "p_slug": string }; Returns: Json
                           },
"take_attempt":
{ Args: { "p_bucket": string,"p_cap": number,"p_window": string }; Returns: boolean
                           },
"visit_of_link":
{ Args: { "p_token_hash": string }; Returns: Json
                           }
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            
          }
        }
} as const
