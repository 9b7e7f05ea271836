-- One entry of the log in one round trip: the end of the chain is locked, the entry hashed behind it, stored, and the end moved.
-- Whoever calls it has no more rights than without it; what it writes goes past the same guards. The caller hashes the entry too.
create or replace function docket_append(chain uuid, at timestamp with time zone, what text, about uuid, body text, opening text, middle text, closing text)
   returns table (seq bigint, before bytea, leaf bytea) language plpgsql set search_path = public, pg_temp
as $$
begin
  select next_seq, head_hash into seq, before from audit_writer where writer_id = chain for update;
  if not found then
    return;
  end if;
  leaf := sha256('\x00'::bytea || convert_to(opening || body || middle || encode(before, 'hex') || '","seq":' || seq || closing, 'UTF8'));
  insert into audit_entry (writer_id, writer_seq, at_client, kind, subject, body_json, prev_hash, leaf_hash) values (chain, seq, at, what, about, body, before, leaf);
  update audit_writer set next_seq = seq + 1, head_hash = leaf where writer_id = chain;
  return next;
end $$;

revoke all on function docket_append(uuid, timestamp with time zone, text, uuid, text, text, text, text) from public;
grant execute on function docket_append(uuid, timestamp with time zone, text, uuid, text, text, text, text)
   to docket_reviewer, docket_lead, docket_admin, docket_ingest, docket_export, docket_sealer;
