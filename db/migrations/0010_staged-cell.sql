ALTER TABLE "staged_observation" ADD COLUMN "cell" text;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "rows_left_out" integer DEFAULT 0 NOT NULL;