ALTER TABLE "upload" ADD COLUMN "rows_compared" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "work_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "work_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "failure" jsonb;