CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'restrict_violation',
    MESSAGE = format('%s is append-only: what is stored is never changed or deleted', tg_table_name),
    HINT = 'Append under a new revision: a later vintage restates, the same vintage corrects, a null value withdraws.';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "observation_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "observation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "revision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
-- A statement trigger runs before the identity is drawn: whoever draws a number holds this lock until
-- commit, so numbers are committed in their order and no reader sees a later one before an earlier one.
CREATE FUNCTION "take_turn_to_commit"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('bubblescope.revision', 0));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "revision_one_at_a_time" BEFORE INSERT ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "take_turn_to_commit"();
