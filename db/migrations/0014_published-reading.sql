CREATE TABLE "published_reading" (
	"revision" bigint PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"method" integer NOT NULL,
	"composite" jsonb,
	"reason" text,
	CONSTRAINT "published_reading_method_range" CHECK ("published_reading"."method" > 0),
	CONSTRAINT "published_reading_says_something" CHECK (num_nonnulls("published_reading"."composite", "published_reading"."reason") = 1)
);
--> statement-breakpoint
ALTER TABLE "published_reading" ADD CONSTRAINT "published_reading_revision_revision_number_fk" FOREIGN KEY ("revision") REFERENCES "public"."revision"("number") ON DELETE no action ON UPDATE no action;