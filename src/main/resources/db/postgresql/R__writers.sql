-- What a desk would ask in several round trips, asked in one. Whoever calls these has no more rights than without them: what they write goes
-- past the same policies and guards, and a desk that never calls them writes the same rows. docs/adr/0034, 0049 and 0056.

-- Where a chain ends: the number of its next entry and the hash of its last. Whoever asks waits until others who asked or wrote have ended their
-- transactions, in the order in which they came, and has the chain from then on (docket_entry_guard). A chain that nobody has written in is begun. Read past the
-- policies, as people read no entries, not their own either.
create or replace function docket_chain_end(called text, chain uuid) returns table (seq bigint, leaf bytea) language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  whose uuid;
begin
  select principal_id into whose from audit_writer where writer_id = chain;
  if not found then
    insert into audit_writer (writer_id, name, next_seq, head_hash) values (chain, called, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select principal_id into strict whose from audit_writer where writer_id = chain;
  end if;
  if not docket_is_owner() and whose is distinct from (docket_actor()).principal_id then
    perform docket_refuse('nobody writes in somebody else''s chain');
  end if;
  perform pg_advisory_xact_lock(uuid_hash_extended(chain, 0));
  select e.writer_seq + 1, e.leaf_hash into seq, leaf from audit_entry e where e.writer_id = chain order by e.writer_seq desc limit 1;
  if not found then
    seq := 0;
    leaf := decode(repeat('00', 32), 'hex');
  end if;
  return next;
end $$;

-- One entry of the log, hashed behind the end of the chain and stored. The caller hashes the entry too.
drop function if exists docket_append(uuid, timestamp with time zone, text, uuid, text, text, text, text);
create or replace function docket_append(called text, chain uuid, at timestamp with time zone, what text, about uuid, body text, opening text, middle text, closing text)
   returns table (seq bigint, before bytea, leaf bytea) language plpgsql set search_path = public, pg_temp
as $$
begin
  loop
    select e.seq, e.leaf into seq, before from docket_chain_end(called, chain) e;
    leaf := sha256('\x00'::bytea || convert_to(opening || body || middle || encode(before, 'hex') || '","seq":' || seq || closing, 'UTF8'));
    insert into audit_entry (writer_id, writer_seq, at_client, kind, subject, body_json, prev_hash, leaf_hash) values (chain, seq, at, what, about, body, before, leaf)
        on conflict do nothing;
    exit when found;
  end loop;
  return next;
end $$;

-- The head of a lane, leased: the two statements of queue.Leases, with its reasons. Nothing is joined, so that no plan made while the queue
-- was empty reads all of it later.
create or replace function docket_claim(lane int, me uuid, like_me text, peek int, n int, ttl int)
   returns table (task_id uuid, item_id uuid, round smallint, lane_id int, lease_epoch bigint, priority int, stage varchar) language plpgsql set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  free uuid[];
begin
  select array_agg(f.task_id) into free from (
    select task_id from review_task
     where task_id = any(array(select task_id from review_task
                                where lane_id = lane and state = 0 and (not_by is null or not_by not like like_me)
                                order by lane_id, state, priority, task_id limit peek))
       and state + 0 = 0
     order by lane_id, state, priority, task_id limit n for update skip locked) f;
  if free is not null then
    return query update review_task t set state = 1, lease_owner = me, lease_epoch = t.lease_epoch + 1, lease_until = current_timestamp + ttl * interval '1 second'
      where t.task_id = any(free) returning t.task_id, t.item_id, t.round, t.lane_id, t.lease_epoch, t.priority, t.stage;
  end if;
end $$;

-- A first decision that asks for no further look: its task is closed under the epoch of the first claim, the event stored, its entry put at
-- the end of the chain. Nothing, and nothing done, when the task is not held so: the desk then finds out why.
create or replace function docket_decide(verdict_id uuid, task_id uuid, item_id uuid, reviewer_id uuid, label text, action text, finding text, reason text,
      pack_id text, pack_version text, pack_sha256 bytea, shown text, shown_hash bytea, client_at timestamp with time zone, words text, spreads boolean,
      called text, chain uuid, at timestamp with time zone, what text, about uuid, body text, opening text, middle text, closing text)
   returns table (seq bigint, before bytea, leaf bytea) language plpgsql set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  update review_task t set state = 2, lease_owner = null, lease_until = null
   where t.task_id = docket_decide.task_id and t.lease_epoch = 1 and t.lease_owner = docket_decide.reviewer_id
     and t.stage = 'FIRST' and t.round = 1 and t.item_id = docket_decide.item_id;
  if not found then
    return;
  end if;
  insert into verdict_event (verdict_id, task_id, item_id, round, revision, kind, reviewer_id, lease_epoch, label, action,
         finding_json, reason, pack_id, pack_version, pack_sha256, shown_json, shown_hash, client_at, words)
  values (docket_decide.verdict_id, docket_decide.task_id, docket_decide.item_id, 1, 0, 'DECIDED', docket_decide.reviewer_id, 1, docket_decide.label, docket_decide.action,
         finding, docket_decide.reason, docket_decide.pack_id, docket_decide.pack_version, docket_decide.pack_sha256, shown, docket_decide.shown_hash, docket_decide.client_at,
         docket_decide.words);
  if spreads then
    insert into propagation_due (seed_id, decided_at) values (docket_decide.verdict_id, docket_decide.client_at);
  end if;
  return query select * from docket_append(called, chain, at, what, docket_decide.about, body, opening, middle, closing);
end $$;

do $$
declare
  signature regprocedure;
begin
  for signature in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in ('docket_chain_end', 'docket_append', 'docket_claim', 'docket_decide') loop
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to docket_reviewer, docket_lead, docket_admin, docket_ingest, docket_export, docket_sealer', signature);
  end loop;
end $$;
