-- The referee: on a shared database every statement passes here, whatever program sent it. People log in as themselves;
-- what they may read is in row-level policies, what they may write in triggers that look at each row as it was and is to be.
-- Run anew whenever it has changed; docs/adr/0028.

-- ---- roles: one of these for each person, and one that owns everything and that nobody logs in as

do $$
declare
  wanted text;
begin
  foreach wanted in array array['docket_owner', 'docket_reviewer', 'docket_lead', 'docket_admin', 'docket_auditor', 'docket_ingest', 'docket_sealer', 'docket_export'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null;  -- another database of this server is being set up at this moment
    end;
  end loop;
end $$;

alter table review_task add column if not exists changed_by uuid;    -- who moved it last, in which transaction: what
alter table review_task add column if not exists changed_tx bigint;  -- goes with a move is checked against these

-- ---- who is asking

/* Whoever sets things up; a superuser is. Not bound by the rules below, but by those that nothing is rewritten. */
create or replace function docket_is_owner() returns boolean language sql stable
as $$ select pg_catalog.pg_has_role(session_user, 'docket_owner', 'member') $$;

-- What follows is PL/pgSQL, which keeps its plans for the session: a function in SQL is planned anew by every statement that calls it.

create or replace function docket_me() returns uuid language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return (select principal_id from principal where db_role = session_user and active); end $$;

create or replace function docket_actor() returns principal language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  select * into me from principal where db_role = session_user and active;
  if not found then
    raise exception 'Login % is not an active member of this team', session_user using errcode = '42501';
  end if;
  return me;
end $$;

create or replace function docket_role() returns text language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return (select app_role from principal where db_role = session_user and active); end $$;

create or replace function docket_refuse(what text) returns void language plpgsql
as $$ begin raise exception 'Not permitted: %', what using errcode = '42501'; end $$;

/* Lanes the asking person works in, or this one if they do: leads in all, others in those granted to them and in those that ask for their role. */
create or replace function docket_lanes_or(one int) returns setof int language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
as $$
begin
  return query select l.lane_id from lane l, principal me
   where me.db_role = session_user and me.active and (one is null or l.lane_id = one)
     and (me.app_role = 'LEAD' or l.role = me.app_role
          or l.role is null and exists (select 1 from lane_grant g where g.principal_id = me.principal_id
                 and (g.rule = l.rule or g.rule = '*' and l.rule <> 'escalated' and l.rule not like 'ladder-%')
                 and (g.jurisdiction = l.jurisdiction or g.jurisdiction = '*')));
end $$;

create or replace function docket_lanes() returns setof int language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return query select * from docket_lanes_or(null); end $$;

create or replace function docket_works_in(lane_number int) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from docket_lanes_or(lane_number)); end $$;

/* What was erased of an item so far, as 'picture text notes'; empty text for nothing. */
create or replace function docket_erased(item uuid) returns text language sql stable security definer set search_path = public, pg_temp
as $$ select coalesce(string_agg(parts, ' '), '') from erasure where item_id = item $$;

/* As docket_works_in, of anybody. */
create or replace function docket_has_lane(person uuid, lane_number int) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select 1 from lane l, principal p where l.lane_id = lane_number and p.principal_id = person and p.active
     and (p.app_role = 'LEAD' or l.role = p.app_role
          or l.role is null and exists (select 1 from lane_grant g where g.principal_id = p.principal_id
                 and (g.rule = l.rule or g.rule = '*' and l.rule <> 'escalated' and l.rule not like 'ladder-%')
                 and (g.jurisdiction = l.jurisdiction or g.jurisdiction = '*'))))
$$;

-- ---- tasks

/* The last event of a task; all null when there is none. */
create or replace function docket_last_event(task uuid) returns verdict_event language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  last verdict_event;
begin
  select * into last from verdict_event where task_id = task order by revision desc limit 1;
  return last;
end $$;

create or replace function docket_judges(item uuid, also text) returns text language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return (select string_agg(distinct person, ' ') from (
    select reviewer_id::text as person from verdict_event where item_id = item and finding_json is not null
    union select regexp_split_to_table(also, ' ') where also is not null and also <> '') people);
end $$;

/* Asked by policies, which must not ask one another in a circle. */
create or replace function docket_decided(task uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from verdict_event where task_id = task and reviewer_id = docket_me()); end $$;

create or replace function docket_judged(item uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from verdict_event where item_id = item and reviewer_id = docket_me())
          or exists (select 1 from verdict_late where item_id = item and reviewer_id = docket_me()); end $$;

/* Stand-ins of golden items that the asking person knows the answer of, having found something on the item itself or on what stood in for it before: they do not see these at all. */
create or replace function docket_kept_from_me() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query select s.item_id from stand_in s join golden_item g on g.golden_id = s.golden_id
   where not exists (select 1 from verdict_event v where v.item_id = s.item_id and v.reviewer_id = docket_me())
     and exists (select 1 from verdict_event v where v.reviewer_id = docket_me()
                    and (v.item_id = g.item_id or v.item_id in (select o.item_id from stand_in o where o.golden_id = s.golden_id)));
end $$;

/* Whether the asking person found something on the item in an earlier transaction: whoever takes it back again in this one has not. */
create or replace function docket_answered(item uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from verdict_event where item_id = item and reviewer_id = docket_me() and finding_json is not null and recorded_at < transaction_timestamp()); end $$;

create or replace function docket_hears(item uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from review_task where item_id = item and lease_owner = docket_me() and stage in ('LADDER', 'ADJUDICATION', 'APPEAL')); end $$;

/* Whether this is an event on this item that the person recorded in this transaction. */
create or replace function docket_is_fresh(event uuid, item uuid, person uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from verdict_event where verdict_id = event and item_id = item and reviewer_id = person and recorded_at = transaction_timestamp()); end $$;

create or replace function docket_task_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
  lead boolean;
  mine boolean;
  ends timestamp with time zone;
  back constant int := 10000000;  -- how far a skipped task falls
  cause verdict_event;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  lead := me.app_role = 'LEAD';
  if tg_op = 'INSERT' then
    if new.state <> 0 or new.lease_epoch <> 0 or new.lease_owner is not null or new.lease_until is not null then
      perform docket_refuse('a task begins waiting and unheld');
    end if;
    if new.round > 1 and new.slice <> 0 then
      perform docket_refuse('first looks alone are drawn');
    end if;
    if new.round = 1 then
      if not (lead or me.app_role = 'INGEST') or new.stage <> 'FIRST' or new.filed_by is not null then
        perform docket_refuse('first looks are filed by an intake');
      end if;
    elsif new.stage = 'FIRST' or not lead and not (me.app_role = 'INGEST' and new.stage = 'SECOND') and not docket_is_fresh(new.filed_by, new.item_id, me.principal_id) then
      perform docket_refuse('a further look is filed with the verdict that asks for it');
    end if;
    if new.stage in ('SECOND', 'ADJUDICATION', 'APPEAL') then
      new.not_by := docket_judges(new.item_id, new.not_by);
    end if;
    new.queued_at := transaction_timestamp();
    -- of a first look not who filed it: a lead's would be told from an intake's, and golden items are dealt by either
    if new.round > 1 then
      new.changed_by := me.principal_id;
      new.changed_tx := txid_current();
    else
      new.changed_by := null;
      new.changed_tx := null;
    end if;
    return new;
  end if;

  new.changed_by := old.changed_by;
  new.changed_tx := old.changed_tx;
  if new is not distinct from old then
    return new;
  end if;
  new.changed_by := me.principal_id;
  new.changed_tx := txid_current();
  mine := coalesce(old.state = 1 and old.lease_owner = me.principal_id, false);
  ends := transaction_timestamp() + me.longest_lease * interval '1 second' + interval '1 second';
  if new.task_id <> old.task_id or new.item_id <> old.item_id or new.round <> old.round or new.slice <> old.slice or new.sampling is distinct from old.sampling then
    perform docket_refuse('a task stays the one it is');
  end if;
  -- given up, taken from somebody by a lead, or lapsed
  if old.state = 1 and new.state = 0 and new.lease_owner is null and new.lease_until is null and new.lease_epoch = old.lease_epoch
     and (mine or lead or old.lease_until < transaction_timestamp())
     and (new.lane_id, new.stage, new.filed_by, new.not_by, new.queued_at) is not distinct from (old.lane_id, old.stage, old.filed_by, old.not_by, old.queued_at)
     and (new.priority = old.priority or mine and old.priority < back and new.priority = old.priority + back) then
    if not mine and old.lease_until >= transaction_timestamp() then
      perform pg_notify('docket', 'taken over');
    end if;
    return new;
  end if;
  -- taken from somebody together with its lane, by docket_lane_revoked
  if me.app_role = 'ADMIN' and old.state = 1 and new.state = 0 and new.lease_owner is null and new.lease_until is null
     and not docket_has_lane(old.lease_owner, old.lane_id)
     and (new.lease_epoch, new.lane_id, new.stage, new.priority, new.filed_by, new.not_by, new.queued_at)
         is not distinct from (old.lease_epoch, old.lane_id, old.stage, old.priority, old.filed_by, old.not_by, old.queued_at) then
    return new;
  end if;
  -- claimed, or taken back into the hands that let it go last
  if new.state = 1 and new.lease_owner = me.principal_id and new.lease_epoch = old.lease_epoch + 1 and new.lease_until <= ends
     and (new.lane_id, new.stage, new.filed_by, new.not_by, new.queued_at) is not distinct from (old.lane_id, old.stage, old.filed_by, old.not_by, old.queued_at)
     and (new.priority = old.priority or new.priority = old.priority - back) then
    if me.app_role in ('ADMIN', 'AUDITOR', 'INGEST', 'SEALER', 'EXPORT') then
      perform docket_refuse('this login reviews nothing');
    end if;
    if old.state <> 1 and (select count(*) from review_task where lease_owner = me.principal_id) >= me.most_held then
      raise exception 'Not permitted: % tasks are in hand already', me.most_held using errcode = '42501';
    end if;
    if mine or old.state = 0 and (old.not_by is null or old.not_by not like '%' || me.principal_id || '%') and docket_works_in(old.lane_id) then
      return new;
    end if;
    cause := docket_last_event(old.task_id);
    if old.state in (0, 2) and cause.reviewer_id = me.principal_id and cause.kind not in ('QUARANTINED', 'APPEALED', 'PROPAGATED', 'REVERSED') then
      return new;
    end if;
    perform docket_refuse('this task is not yours to take');
  end if;
  -- kept
  if mine and new.state = 1 and new.lease_until <= ends and new.lease_until is not null
     and (new.lease_owner, new.lease_epoch, new.lane_id, new.stage, new.priority, new.filed_by, new.not_by, new.queued_at)
         is not distinct from (old.lease_owner, old.lease_epoch, old.lane_id, old.stage, old.priority, old.filed_by, old.not_by, old.queued_at) then
    return new;
  end if;
  -- closed: by whoever holds it, or together with a look-alike while nobody does; the event is looked for at the end
  if new.state = 2 and (mine or old.state = 0 and (docket_works_in(old.lane_id) or me.app_role = 'INGEST'))
     and new.lease_owner is null and new.lease_until is null
     and (new.lease_epoch, new.lane_id, new.stage, new.priority, new.filed_by, new.not_by, new.queued_at)
         is not distinct from (old.lease_epoch, old.lane_id, old.stage, old.priority, old.filed_by, old.not_by, old.queued_at) then
    return new;
  end if;
  -- what it was carried over from is taken back
  if old.state = 2 and new.state = 0 and new.lease_epoch = old.lease_epoch + 1 and new.lease_owner is null
     and (new.lane_id, new.stage, new.priority, new.filed_by, new.not_by, new.queued_at)
         is not distinct from (old.lane_id, old.stage, old.priority, old.filed_by, old.not_by, old.queued_at) then
    cause := docket_last_event(old.task_id);
    if cause.kind = 'PROPAGATED' and (lead or cause.reviewer_id = me.principal_id) then
      return new;
    end if;
  end if;
  -- withdrawn: the verdict that asked for it is taken back, or its item is quarantined
  if new.state = 3 and old.state in (0, 1) and new.lease_owner is null and new.lease_until is null
     and (lead or exists (select 1 from verdict_event where verdict_id = old.filed_by and reviewer_id = me.principal_id)
          or exists (select 1 from item where item_id = old.item_id and state = 9)
          or me.app_role = 'INGEST' and exists (select 1 from stand_in where item_id = old.item_id)) then
    return new;
  end if;
  -- asked for again
  if old.state = 3 and new.state = 0 and new.lease_epoch = old.lease_epoch and new.round > 1 and new.stage <> 'FIRST'
     and (lead or docket_is_fresh(new.filed_by, new.item_id, me.principal_id)) then
    if new.stage in ('SECOND', 'ADJUDICATION', 'APPEAL') then
      new.not_by := docket_judges(new.item_id, new.not_by);
    end if;
    return new;
  end if;
  -- moved
  if (lead or me.app_role = 'INGEST') and new.state = old.state and old.state in (0, 1)
     and (new.lease_owner, new.lease_until, new.lease_epoch, new.stage, new.filed_by, new.not_by)
         is not distinct from (old.lease_owner, old.lease_until, old.lease_epoch, old.stage, old.filed_by, old.not_by) then
    return new;
  end if;
  -- kept from somebody
  if (new.state, new.lease_owner, new.lease_until, new.lease_epoch, new.lane_id, new.stage, new.priority, new.filed_by, new.queued_at)
         is not distinct from (old.state, old.lease_owner, old.lease_until, old.lease_epoch, old.lane_id, old.stage, old.priority, old.filed_by, old.queued_at)
     and new.not_by = concat_ws(' ', old.not_by, me.principal_id::text) then
    return new;
  end if;
  perform docket_refuse('a task does not go from state ' || old.state || ' to ' || new.state || ' like this');
end $$;

drop trigger if exists docket_task_guard on review_task;
create trigger docket_task_guard before insert or update on review_task for each row execute function docket_task_guard();

/* What somebody holds of a lane that is taken from them waits for others at once, and is not theirs to see any more. */
create or replace function docket_lane_revoked() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update review_task set state = 0, lease_owner = null, lease_until = null, changed_by = null
   where state = 1 and lease_owner = old.principal_id and not docket_has_lane(old.principal_id, lane_id);
  return null;
end $$;

drop trigger if exists docket_lane_revoked on lane_grant;
create trigger docket_lane_revoked after delete on lane_grant for each row execute function docket_lane_revoked();

/* At the end of the transaction: what was closed, skipped or opened again has its event. */
create or replace function docket_task_settled() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  now_there review_task;
  last verdict_event;
begin
  if docket_is_owner() then
    return null;
  end if;
  select * into now_there from review_task where task_id = new.task_id;
  last := docket_last_event(new.task_id);
  if last.verdict_id is null or last.recorded_at <> transaction_timestamp()
     or now_there.state = 2 and last.kind in ('SKIPPED', 'UNDONE', 'REVERSED', 'APPEALED')
     or now_there.state = 1 and last.kind <> 'UNDONE'
     or now_there.state = 0 and last.kind not in ('SKIPPED', 'REVERSED') then
    perform docket_refuse('task ' || new.task_id || ' was moved without the event that says why');
  end if;
  return null;
end $$;

drop trigger if exists docket_task_settled on review_task;
create constraint trigger docket_task_settled after update on review_task deferrable initially deferred for each row
  when (old.state <> 2 and new.state = 2 or old.state = 2 and new.state in (0, 1) or new.state = 0 and new.priority >= old.priority + 10000000 and old.state = 1)
  execute function docket_task_settled();

-- ---- verdicts

create or replace function docket_verdict_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
  task review_task;
  last verdict_event;
  other verdict_event;
  lead boolean;
  moved boolean;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  lead := me.app_role = 'LEAD';
  if me.app_role in ('ADMIN', 'AUDITOR', 'SEALER', 'EXPORT') then
    perform docket_refuse('this login decides nothing');
  end if;
  if new.reviewer_id <> me.principal_id and not (new.kind = 'PROPAGATED' and (lead or me.app_role = 'INGEST')) then
    perform docket_refuse('nobody decides in somebody else''s name');
  end if;
  if me.app_role = 'INGEST' and new.kind <> 'PROPAGATED' then
    perform docket_refuse('this login decides nothing');
  end if;
  new.recorded_at := transaction_timestamp();
  select * into task from review_task where task_id = new.task_id;
  if not found or task.item_id <> new.item_id or task.round <> new.round then
    perform docket_refuse('there is no such task');
  end if;
  last := docket_last_event(new.task_id);
  if new.revision <> coalesce(last.revision + 1, 0) then
    -- somebody was faster, or tells stories
    raise exception 'Event % of task % is there already', new.revision, new.task_id using errcode = '23505';
  end if;
  if new.finding_json is not null and (new.finding_json::jsonb ->> 'label', new.finding_json::jsonb ->> 'action') is distinct from (new.label::text, new.action::text) then
    perform docket_refuse('a finding is filed under what it says');
  end if;
  moved := coalesce(task.changed_by = me.principal_id and task.changed_tx = txid_current(), false);
  case
    when new.kind in ('DECIDED', 'ESCALATED', 'QUARANTINED', 'AGREED', 'DISAGREED', 'ADJUDICATED', 'UPHELD', 'OVERTURNED') then
      if not moved or task.state <> 2 or new.lease_epoch <> task.lease_epoch then
        perform docket_refuse('a verdict closes a task that is held under its epoch');
      end if;
      if (new.kind = 'ADJUDICATED') <> (task.stage = 'ADJUDICATION') and new.kind in ('DECIDED', 'AGREED', 'DISAGREED', 'ADJUDICATED', 'UPHELD', 'OVERTURNED')
         and (task.stage = 'ADJUDICATION' or new.kind = 'ADJUDICATED') then
        perform docket_refuse('an adjudication adjudicates, and nothing else does');
      end if;
      if task.stage in ('SECOND', 'ADJUDICATION', 'APPEAL') and new.finding_json is not null and exists (select 1 from verdict_event
            where item_id = new.item_id and reviewer_id = me.principal_id and finding_json is not null and task_id <> new.task_id) then
        perform docket_refuse('nobody judges a finding of their own');
      end if;
      -- who is to look blind is not shown what there is to compare with: it is compared here
      if task.stage = 'SECOND' and new.finding_json is not null then
        select v.* into other from verdict_event v
         where v.item_id = new.item_id and v.round < new.round and v.finding_json is not null and v.kind not in ('UNDONE', 'APPEALED')
           and not exists (select 1 from verdict_event later where later.task_id = v.task_id and later.round = v.round and later.revision > v.revision)
         order by v.round desc, v.client_at desc, v.verdict_id::text desc limit 1;
      elsif task.stage = 'APPEAL' and new.finding_json is not null then
        select v.* into other from verdict_event v where v.verdict_id =
            (select a.about from verdict_event a where a.item_id = new.item_id and a.kind = 'APPEALED' order by a.client_at desc, a.round desc, a.revision desc limit 1);
      end if;
      if new.kind in ('DECIDED', 'AGREED', 'DISAGREED', 'UPHELD', 'OVERTURNED') then
        if other.verdict_id is null then
          new.kind := 'DECIDED';
        else
          new.about := other.verdict_id;
          new.kind := case when other.label = new.label and other.action = new.action then case task.stage when 'SECOND' then 'AGREED' else 'UPHELD' end
                           else case task.stage when 'SECOND' then 'DISAGREED' else 'OVERTURNED' end end;
        end if;
      end if;
    when new.kind = 'SKIPPED' then
      if not moved or task.state <> 0 or new.lease_epoch <> task.lease_epoch then
        perform docket_refuse('only what is held is skipped');
      end if;
    when new.kind = 'UNDONE' then
      select * into other from verdict_event where verdict_id = new.about;
      if other.task_id is distinct from new.task_id
         or not (last.verdict_id = other.verdict_id and last.reviewer_id = me.principal_id and moved and task.state = 1 and task.lease_owner = me.principal_id
                 or lead and other.kind = 'APPEALED' and moved and task.state = 3) then
        perform docket_refuse('only the last event of one''s own is taken back');
      end if;
    when new.kind = 'REVISED' then
      if last.verdict_id is distinct from new.about or last.reviewer_id <> me.principal_id or last.kind <> 'DECIDED' or task.stage <> 'FIRST' or task.state <> 2
         or last.shown_json::jsonb ->> 'mode' is distinct from 'BLIND' then
        perform docket_refuse('only a first decision of one''s own that was made blind is revised');
      end if;
    when new.kind = 'PROPAGATED' then
      select * into other from verdict_event where verdict_id = new.about;
      if not moved or task.state <> 2 or other.finding_json is null or other.label <> new.label or other.action <> new.action
         or not (other.reviewer_id = me.principal_id or lead or me.app_role = 'INGEST')
         or exists (select 1 from stand_in where item_id = other.item_id)
         or not exists (select 1 from item a join image_blob x on x.sha256 = a.sha256, item b join image_blob y on y.sha256 = b.sha256
                where a.item_id = other.item_id and b.item_id = new.item_id and (x.sha256 = y.sha256 or x.cluster_id = y.cluster_id)) then
        perform docket_refuse('a decision is carried over to look-alikes that nobody holds, as it is');
      end if;
    when new.kind = 'REVERSED' then
      if not moved or task.state <> 0 or last.kind <> 'PROPAGATED' or last.verdict_id is distinct from new.about then
        perform docket_refuse('only what was carried over is taken back like this');
      end if;
    when new.kind = 'APPEALED' then
      if not lead or new.finding_json is not null then
        perform docket_refuse('appeals are registered by leads');
      end if;
    else
      perform docket_refuse('there is no event ' || new.kind);
  end case;
  return new;
end $$;

drop trigger if exists docket_verdict_guard on verdict_event;
create trigger docket_verdict_guard before insert on verdict_event for each row execute function docket_verdict_guard();

/* Other looks at the item are kept from who has found something now, those included that this person cannot see. */
create or replace function docket_verdict_bars() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() then
    update review_task set not_by = concat_ws(' ', not_by, new.reviewer_id::text)
     where item_id = new.item_id and task_id <> new.task_id and state < 3 and stage in ('SECOND', 'ADJUDICATION', 'APPEAL')
       and (not_by is null or not_by not like '%' || new.reviewer_id || '%');
  end if;
  return null;
end $$;

drop trigger if exists docket_verdict_bars on verdict_event;
create trigger docket_verdict_bars after insert on verdict_event for each row
  when (new.finding_json is not null and new.kind <> 'PROPAGATED') execute function docket_verdict_bars();

/* At the end of the transaction: every event has its line in its maker's chain. */
create or replace function docket_verdict_logged() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() and not exists (select 1 from audit_entry e join audit_writer w on w.writer_id = e.writer_id
         where e.subject = new.verdict_id and e.kind = 'VERDICT_' || new.kind and w.principal_id = docket_me()) then
    perform docket_refuse('event ' || new.verdict_id || ' has no line in the log');
  end if;
  return null;
end $$;

drop trigger if exists docket_verdict_logged on verdict_event;
create constraint trigger docket_verdict_logged after insert on verdict_event deferrable initially deferred for each row execute function docket_verdict_logged();

/* Words are erased with their item, by a quarantine or otherwise, and the picture's address with the picture; nothing else of an event ever changes. */
create or replace function docket_verdict_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  erased text := docket_erased(old.item_id);
begin
  if new.shown_json is distinct from old.shown_json and (erased not like '%picture%'
        or new.shown_json::jsonb - 'image' is distinct from old.shown_json::jsonb - 'image' or new.shown_json::jsonb ->> 'image' <> repeat('0', 64)) then
    perform docket_refuse('an event is never rewritten');
  end if;
  if (new.words, new.finding_json) is distinct from (old.words, old.finding_json)
        and erased not like '%notes%' and not exists (select 1 from item where item_id = old.item_id and state = 9)
     or new.words is not null and new.words is distinct from old.words
     or (new.finding_json is null) <> (old.finding_json is null)
     or length(new.finding_json) > length(old.finding_json)
     or new.finding_json is distinct from old.finding_json and new.finding_json::jsonb - array['note', 'regions', 'parameters']
                                                             is distinct from old.finding_json::jsonb - array['note', 'regions', 'parameters']
     or (to_jsonb(new) - array['words', 'finding_json', 'shown_json']) is distinct from (to_jsonb(old) - array['words', 'finding_json', 'shown_json']) then
    perform docket_refuse('an event is never rewritten');
  end if;
  return new;
end $$;

drop trigger if exists docket_verdict_kept on verdict_event;
create trigger docket_verdict_kept before update on verdict_event for each row execute function docket_verdict_kept();

create or replace function docket_late_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (select 1 from item where item_id = old.item_id and state = 9) and docket_erased(old.item_id) !~ 'picture|notes'
       or (to_jsonb(new) - 'body_json') is distinct from (to_jsonb(old) - 'body_json') or length(new.body_json) > length(old.body_json) then
      perform docket_refuse('an event is never rewritten');
    end if;
  elsif not docket_is_owner() then
    if new.reviewer_id is distinct from (docket_actor()).principal_id then
      perform docket_refuse('nobody decides in somebody else''s name');
    end if;
    if not exists (select 1 from review_task where task_id = new.task_id and item_id = new.item_id and lease_epoch >= new.lease_epoch) then
      perform docket_refuse('there was no such task');
    end if;
    new.recorded_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_late_guard on verdict_late;
create trigger docket_late_guard before insert or update on verdict_late for each row execute function docket_late_guard();

-- ---- items

/* Whether whoever asks quarantines an item with this picture in this transaction, in time or late. */
create or replace function docket_quarantines(picture bytea) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select 1 from item alike join verdict_event v on v.item_id = alike.item_id
                  where alike.sha256 = picture and v.kind = 'QUARANTINED' and v.reviewer_id = docket_me() and v.recorded_at = transaction_timestamp()
                 union all select 1 from item alike join verdict_late v on v.item_id = alike.item_id
                  where alike.sha256 = picture and v.body_json like '%"kind":"QUARANTINED"%' and v.reviewer_id = docket_me()
                    and v.recorded_at = transaction_timestamp())
$$;

/* Reviewers do one thing to an item: put it out of everybody's reach, for good. */
create or replace function docket_item_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
  erased text;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  -- what a tombstone of this transaction says
  select string_agg(parts, ' ') into erased from erasure where item_id = old.item_id and erased_by = me.principal_id and erased_at = transaction_timestamp();
  if erased is not null and old.state in (0, 8) and (new.item_id, new.source, new.flagged_at, new.received_at) is not distinct from (old.item_id, old.source, old.flagged_at, old.received_at)
     and ((new.state, new.sha256) is not distinct from (old.state, old.sha256) or erased like '%picture%' and new.state = 8 and new.sha256 is null)
     and ((new.external_id, new.uploader, new.facts_json, new.provenance_json) is not distinct from (old.external_id, old.uploader, old.facts_json, old.provenance_json)
          or erased like '%text%' and new.external_id = 'erased ' || old.item_id and new.uploader is null and new.provenance_json = '{}' and length(new.facts_json) <= length(old.facts_json)) then
    return new;
  end if;
  if new.state = 0 and new.provenance_json is distinct from old.provenance_json
     and not exists (select 1 from provenance_report r where r.item_id = new.item_id and r.body = new.provenance_json) then
    perform docket_refuse('what an item says of its origin is the last of its reports');
  end if;
  if old.state in (8, 9) and new.state <> old.state or (new.item_id, new.source, new.external_id, new.sha256) is distinct from (old.item_id, old.source, old.external_id, old.sha256) then
    perform docket_refuse('an item stays what it is, and a quarantined or erased one stays that');
  end if;
  if old.state = 9 or me.app_role = 'INGEST' and new.state <> 8 and old.state <> 8 then
    return new;
  end if;
  if new.state = 9 and new.uploader is null and new.provenance_json = '{}' and docket_quarantines(old.sha256) then
    return new;
  end if;
  if me.app_role = 'LEAD' and new.state = 0 then
    return new;
  end if;
  perform docket_refuse('an item is quarantined by a verdict');
end $$;

drop trigger if exists docket_item_guard on item;
create trigger docket_item_guard before update on item for each row execute function docket_item_guard();

/* What a quarantine takes with it, whoever can see it: words, scores, hashes, open tasks, and every other item with the same picture. */
create or replace function docket_item_quarantined() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform pg_notify('docket', 'withheld');
  update verdict_event set words = null where item_id = new.item_id and words is not null;
  delete from item_comment where item_id = new.item_id;
  delete from provenance_report where item_id = new.item_id;
  delete from quality_check where item_id = new.item_id;
  delete from score where item_id = new.item_id;
  delete from policy_decision where item_id = new.item_id;
  update review_task set state = 3, lease_owner = null, lease_until = null where item_id = new.item_id and state in (0, 1);
  if not docket_is_owner() then
    insert into hand_over (item_id, sha256, opened_at, cause, person_id, source, reason, pack, pack_sha256, jurisdiction)
      select i.item_id, h.sha256, h.opened_at, h.cause, h.person_id, h.source, h.reason, h.pack, h.pack_sha256, h.jurisdiction
        from item i, hand_over h where i.sha256 = new.sha256 and i.state = 0 and h.item_id = new.item_id
         and not exists (select 1 from hand_over there where there.item_id = i.item_id);
    update item set state = 9, uploader = null, facts_json = new.facts_json, provenance_json = '{}' where sha256 = new.sha256 and state = 0;
  end if;
  update image_blob set pdq = null, pdq_quality = null, cluster_id = null where sha256 = new.sha256
     and not exists (select 1 from item live where live.sha256 = new.sha256 and live.state = 0);
  delete from embedding where sha256 = new.sha256 and not exists (select 1 from item live where live.sha256 = new.sha256 and live.state = 0);
  delete from image_key where sha256 = new.sha256 and not exists (select 1 from item live where live.sha256 = new.sha256 and live.state = 0);
  return null;
end $$;

drop trigger if exists docket_item_quarantined on item;
create trigger docket_item_quarantined after update on item for each row when (old.state = 0 and new.state = 9) execute function docket_item_quarantined();

/* A report lies under its hash, and goes only with what else is known of its item. */
create or replace function docket_report_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select 1 from item where item_id = old.item_id and state = 9) and docket_erased(old.item_id) not like '%text%' then
      perform docket_refuse('a report is kept as long as its item');
    end if;
    return old;
  end if;
  if new.body_sha256 is distinct from sha256(convert_to(new.body, 'UTF8')) then
    perform docket_refuse('a report lies under its hash');
  end if;
  if not docket_is_owner() then
    new.recorded_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_report_guard on provenance_report;
create trigger docket_report_guard before insert or delete on provenance_report for each row execute function docket_report_guard();

create or replace function docket_blob_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  if me.app_role in ('INGEST', 'LEAD') then
    return new;
  end if;
  if new.pdq is null and new.pdq_quality is null and new.cluster_id is null and new.pdq_number is not distinct from old.pdq_number
     and (to_jsonb(new) - array['pdq', 'pdq_quality', 'cluster_id', 'erased_at']) = (to_jsonb(old) - array['pdq', 'pdq_quality', 'cluster_id', 'erased_at'])
     and exists (select 1 from item where sha256 = old.sha256 and state = 9) and not exists (select 1 from item where sha256 = old.sha256 and state = 0) then
    return new;
  end if;
  perform docket_refuse('hashes of pictures are an intake''s');
end $$;

drop trigger if exists docket_blob_guard on image_blob;
create trigger docket_blob_guard before update on image_blob for each row execute function docket_blob_guard();

/* A record of a quarantine is opened with it, and once handed over stays as it is. */
create or replace function docket_hand_over_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  if tg_op = 'INSERT' then
    -- what an intake finds quarantined already is its own; a lead brings things in, too
    if me.app_role <> 'INGEST' and not (me.app_role = 'LEAD' and new.cause <> 'PERSON') and (new.person_id is distinct from me.principal_id or new.cause <> 'PERSON'
         or not exists (select 1 from item where item_id = new.item_id and sha256 = new.sha256) or not docket_quarantines(new.sha256)) then
      perform docket_refuse('a record is opened with the quarantine it is of');
    end if;
    if new.reference is not null or new.handed_at is not null or new.handed_by is not null then
      perform docket_refuse('a record begins as not handed over');
    end if;
  elsif (to_jsonb(new) - array['reference', 'handed_at', 'handed_by']) <> (to_jsonb(old) - array['reference', 'handed_at', 'handed_by'])
        or old.reference is not null or new.handed_by is distinct from me.principal_id then
    perform docket_refuse('a record says who handed it over, once');
  end if;
  return new;
end $$;

drop trigger if exists docket_hand_over_guard on hand_over;
create trigger docket_hand_over_guard before insert or update on hand_over for each row execute function docket_hand_over_guard();

-- ---- erasures and legal holds: a lead's

/* A tombstone is set for good, by a lead, where nothing is on hold; who lifted a hold leaves the erasure to another. */
create or replace function docket_erasure_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  if me.app_role <> 'LEAD' or new.erased_by is distinct from me.principal_id then
    perform docket_refuse('items are erased by leads, in their own name');
  end if;
  if new.parts !~ '^(picture|text|notes)( (picture|text|notes))*$' or new.cause not in ('REQUEST', 'RETENTION')
     or not exists (select 1 from item where item_id = new.item_id and state in (0, 8)) then
    perform docket_refuse('there is nothing to erase');
  end if;
  if exists (select 1 from legal_hold h where h.lifted_at is null and (h.item_id = new.item_id
                or h.item_id in (select alike.item_id from item alike, item this where this.item_id = new.item_id and alike.sha256 = this.sha256))) then
    perform docket_refuse('the item is under a legal hold');
  end if;
  if new.cause = 'REQUEST' and exists (select 1 from legal_hold where item_id = new.item_id and lifted_by = me.principal_id) then
    perform docket_refuse('who lifted a hold does not erase what it held; another lead does');
  end if;
  new.erased_at := transaction_timestamp();
  return new;
end $$;

drop trigger if exists docket_erasure_guard on erasure;
create trigger docket_erasure_guard before insert on erasure for each row execute function docket_erasure_guard();

create or replace function docket_hold_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  if me.app_role <> 'LEAD' then
    perform docket_refuse('legal holds are a lead''s');
  end if;
  if tg_op = 'INSERT' then
    if new.placed_by is distinct from me.principal_id or new.lifted_by is not null or new.lifted_at is not null then
      perform docket_refuse('a hold begins in the name of whoever places it');
    end if;
    new.placed_at := transaction_timestamp();
  elsif (to_jsonb(new) - array['lifted_by', 'lifted_at']) is distinct from (to_jsonb(old) - array['lifted_by', 'lifted_at'])
        or old.lifted_at is not null or new.lifted_by is distinct from me.principal_id or new.lifted_at is null then
    perform docket_refuse('a hold is lifted once, by whoever does it');
  else
    new.lifted_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_hold_guard on legal_hold;
create trigger docket_hold_guard before insert or update on legal_hold for each row execute function docket_hold_guard();

/* At the end of the transaction an erasure, and what was done with a hold, has its line in its maker's chain. */
create or replace function docket_duty_logged() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  row_id uuid := case tg_table_name when 'erasure' then (to_jsonb(new) ->> 'erasure_id')::uuid else (to_jsonb(new) ->> 'hold_id')::uuid end;
  line text := case when tg_table_name = 'erasure' then 'ITEM_ERASED' when tg_op = 'INSERT' then 'HOLD_PLACED' else 'HOLD_LIFTED' end;
begin
  if not docket_is_owner() and not exists (select 1 from audit_entry e join audit_writer w on w.writer_id = e.writer_id
         where e.subject = row_id and e.kind = line and w.principal_id = docket_me()) then
    perform docket_refuse(line || ' ' || row_id || ' has no line in the log');
  end if;
  return null;
end $$;

drop trigger if exists docket_erasure_logged on erasure;
create constraint trigger docket_erasure_logged after insert on erasure deferrable initially deferred for each row execute function docket_duty_logged();
drop trigger if exists docket_hold_logged on legal_hold;
create constraint trigger docket_hold_logged after insert or update on legal_hold deferrable initially deferred for each row execute function docket_duty_logged();

/* What is known of a picture goes once no item shows it and its bytes are to be deleted. */
create or replace function docket_blob_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() and not ((docket_actor()).app_role = 'LEAD' and exists (select 1 from erased_picture where sha256 = old.sha256)) then
    perform docket_refuse('a picture goes with its last item');
  end if;
  return old;
end $$;

drop trigger if exists docket_blob_gone on image_blob;
create trigger docket_blob_gone before delete on image_blob for each row execute function docket_blob_gone();

/* Which sets were written, and what was in them, whoever wrote them says in their own name. */
create or replace function docket_set_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() then
    if tg_table_name = 'decision_set' then
      if new.written_by is distinct from (docket_actor()).principal_id then
        perform docket_refuse('nobody exports in somebody else''s name');
      end if;
      if new.request is null and exists (select 1 from set_request where name = new.name)
          or new.request is not null and not exists (select 1 from set_request r join set_answer a on a.request_id = r.request_id
                                                      where r.request_id = new.request and a.approved and r.ordered = new.ordered) then
        perform docket_refuse('a set that needs a second signature leaves with it');
      end if;
      new.written_at := transaction_timestamp();
    elsif not exists (select 1 from decision_set where set_id = new.set_id and written_by = (docket_actor()).principal_id and written_at = transaction_timestamp()) then
      perform docket_refuse('what is in a set is noted with it');
    end if;
  end if;
  return new;
end $$;

drop trigger if exists docket_set_guard on decision_set;
create trigger docket_set_guard before insert on decision_set for each row execute function docket_set_guard();
drop trigger if exists docket_set_guard on decision_set_item;
create trigger docket_set_guard before insert on decision_set_item for each row execute function docket_set_guard();

/* Four eyes: whoever asks and whoever signs say so in their own name, and they are two. */
create or replace function docket_request_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() then
    if tg_table_name = 'set_request' then
      if new.asked_by is distinct from (docket_actor()).principal_id then
        perform docket_refuse('nobody asks for a set in somebody else''s name');
      end if;
      new.asked_at := transaction_timestamp();
    else
      if new.signed_by is distinct from (docket_actor()).principal_id then
        perform docket_refuse('nobody signs in somebody else''s name');
      end if;
      if exists (select 1 from set_request where request_id = new.request_id and asked_by = new.signed_by) then
        perform docket_refuse('nobody signs what they asked for themselves');
      end if;
      new.signed_at := transaction_timestamp();
    end if;
  end if;
  return new;
end $$;

drop trigger if exists docket_request_guard on set_request;
create trigger docket_request_guard before insert on set_request for each row execute function docket_request_guard();
drop trigger if exists docket_request_guard on set_answer;
create trigger docket_request_guard before insert on set_answer for each row execute function docket_request_guard();

/* As for sets: a pack that a lead asks for is signed by another, and put in force by nobody before. */
create or replace function docket_pack_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() then
    if tg_table_name = 'pack_request' then
      if new.asked_by is distinct from (docket_actor()).principal_id then
        perform docket_refuse('nobody asks for a pack in somebody else''s name');
      end if;
      new.asked_at := transaction_timestamp();
    elsif tg_table_name = 'pack_answer' then
      if new.signed_by is distinct from (docket_actor()).principal_id then
        perform docket_refuse('nobody signs in somebody else''s name');
      end if;
      if exists (select 1 from pack_request where request_id = new.request_id and asked_by = new.signed_by) then
        perform docket_refuse('nobody signs what they asked for themselves');
      end if;
      new.signed_at := transaction_timestamp();
    end if;
  end if;
  if tg_table_name = 'policy_pack' then
    if exists (select 1 from pack_request r where r.sha256 = new.sha256)
        and not exists (select 1 from pack_request r join pack_answer a on a.request_id = r.request_id where r.sha256 = new.sha256 and a.approved) then
      perform docket_refuse('a pack that a lead asked for is put in force once a second one has signed it');
    end if;
  end if;
  return new;
end $$;

drop trigger if exists docket_pack_guard on pack_request;
create trigger docket_pack_guard before insert on pack_request for each row execute function docket_pack_guard();
drop trigger if exists docket_pack_guard on pack_answer;
create trigger docket_pack_guard before insert on pack_answer for each row execute function docket_pack_guard();
drop trigger if exists docket_pack_guard on policy_pack;
create trigger docket_pack_guard before insert on policy_pack for each row execute function docket_pack_guard();

/* A copy is noted by whoever wrote the set it belongs to, in their own name: nobody puts a leak down to somebody else. */
create or replace function docket_copy_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() then
    if new.written_by is distinct from (docket_actor()).principal_id then
      perform docket_refuse('nobody hands out copies in somebody else''s name');
    end if;
    if not exists (select 1 from decision_set s join decision_set_item m on m.set_id = s.set_id
                    where s.manifest = new.manifest and s.written_by = new.written_by and m.item_id = new.item_id and m.gone is null) then
      perform docket_refuse('a copy belongs to a set that its writer wrote');
    end if;
    new.written_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_copy_guard on marked_copy;
create trigger docket_copy_guard before insert on marked_copy for each row execute function docket_copy_guard();

/* Who wrote which statement of reasons, whoever wrote it says in their own name. */
create or replace function docket_statement_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() then
    if new.written_by is distinct from (docket_actor()).principal_id then
      perform docket_refuse('nobody writes statements in somebody else''s name');
    end if;
    if tg_table_name = 'dsa_statement' then
      if not exists (select 1 from verdict_event v where v.verdict_id = new.puid and v.item_id = new.item_id and v.finding_json is not null)
         or exists (select 1 from stand_in where item_id = new.item_id) then
        perform docket_refuse('a statement is of a decision on its item');
      end if;
    end if;
    new.written_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_statement_guard on dsa_statement;
create trigger docket_statement_guard before insert on dsa_statement for each row execute function docket_statement_guard();
drop trigger if exists docket_statement_guard on dsa_change;
create trigger docket_statement_guard before insert on dsa_change for each row execute function docket_statement_guard();

-- ---- golden items: marked and retired by leads, dealt by whoever brings items in

create or replace function docket_golden_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  if tg_table_name = 'stand_in' then
    if me.app_role not in ('LEAD', 'INGEST') then
      perform docket_refuse('golden items are dealt by leads and intakes');
    end if;
    new.dealt_at := transaction_timestamp();
  elsif me.app_role <> 'LEAD' then
    perform docket_refuse('golden items are a lead''s');
  elsif tg_op = 'INSERT' then
    if new.marked_by is distinct from me.principal_id or new.retired_by is not null or new.retired_at is not null
       or exists (select 1 from stand_in where item_id = new.item_id) or not exists (select 1 from item where item_id = new.item_id and state = 0) then
      perform docket_refuse('an item is marked as golden in one''s own name, and nothing that stands in for another is');
    end if;
    new.marked_at := transaction_timestamp();
  elsif (to_jsonb(new) - array['retired_by', 'retired_at']) is distinct from (to_jsonb(old) - array['retired_by', 'retired_at'])
        or old.retired_at is not null or new.retired_by is distinct from me.principal_id then
    perform docket_refuse('a golden item is retired once, by whoever does it');
  else
    new.retired_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_golden_guard on golden_item;
create trigger docket_golden_guard before insert or update on golden_item for each row execute function docket_golden_guard();
drop trigger if exists docket_golden_guard on stand_in;
create trigger docket_golden_guard before insert on stand_in for each row execute function docket_golden_guard();

/* Which decisions are looked at again is drawn by whoever brings items in, from those that are there. */
create or replace function docket_sample_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() then
    if not exists (select 1 from verdict_event v join review_task t on t.filed_by = v.verdict_id where v.verdict_id = new.verdict_id and v.item_id = new.item_id
                      and t.task_id = new.task_id and t.stage = 'SECOND') then
      perform docket_refuse('a decision is drawn for the second look that is filed with it');
    end if;
    new.drawn_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_sample_guard on review_sample;
create trigger docket_sample_guard before insert on review_sample for each row execute function docket_sample_guard();

/* Asked by policies, of sessions. */
create or replace function docket_calibrates(session uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from calibration_person where session_id = session and person_id = docket_me()); end $$;

create or replace function docket_revealed(session uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from calibration_session where session_id = session and revealed_at is not null); end $$;

create or replace function docket_asked_about(item uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
as $$ begin return exists (select 1 from calibration_item i join calibration_person p on p.session_id = i.session_id where i.item_id = item and p.person_id = docket_me()); end $$;

/* Leads open, reveal and settle, each once and in their own name; everybody answers for themselves, until the answers are shown. */
create or replace function docket_calibration_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  if tg_table_name = 'calibration_answer' then
    if new.person_id is distinct from me.principal_id or docket_revealed(new.session_id) then
      perform docket_refuse('answers are one''s own, and given before any is shown');
    end if;
    new.answered_at := transaction_timestamp();
  elsif me.app_role <> 'LEAD' then
    perform docket_refuse('calibration sessions are a lead''s');
  elsif tg_op = 'INSERT' then
    if tg_table_name = 'calibration_session' then
      if new.opened_by is distinct from me.principal_id or new.revealed_by is not null or new.revealed_at is not null then
        perform docket_refuse('a session is opened in one''s own name');
      end if;
      new.opened_at := transaction_timestamp();
    elsif not exists (select 1 from calibration_session where session_id = new.session_id and opened_by = me.principal_id and opened_at = transaction_timestamp()) then
      perform docket_refuse('who is asked about what stands once a session is open');
    elsif tg_table_name = 'calibration_item' then
      if new.outcome is not null or exists (select 1 from stand_in where item_id = new.item_id) then
        perform docket_refuse('a session is about items that are as they seem');
      end if;
    end if;
  elsif tg_table_name = 'calibration_session' then
    if (to_jsonb(new) - array['revealed_by', 'revealed_at']) is distinct from (to_jsonb(old) - array['revealed_by', 'revealed_at'])
       or old.revealed_at is not null or new.revealed_by is distinct from me.principal_id then
      perform docket_refuse('answers are shown once, by whoever does it');
    end if;
    new.revealed_at := transaction_timestamp();
  else
    if (new.session_id, new.item_id, new.position) is distinct from (old.session_id, old.item_id, old.position) or old.outcome is not null or new.outcome is null
       or new.settled_by is distinct from me.principal_id or not docket_revealed(new.session_id) then
      perform docket_refuse('an item is settled once, after the answers were shown');
    end if;
    new.settled_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_calibration_guard on calibration_session;
create trigger docket_calibration_guard before insert or update on calibration_session for each row execute function docket_calibration_guard();
drop trigger if exists docket_calibration_guard on calibration_item;
create trigger docket_calibration_guard before insert or update on calibration_item for each row execute function docket_calibration_guard();
drop trigger if exists docket_calibration_guard on calibration_person;
create trigger docket_calibration_guard before insert on calibration_person for each row execute function docket_calibration_guard();
drop trigger if exists docket_calibration_guard on calibration_answer;
create trigger docket_calibration_guard before insert on calibration_answer for each row execute function docket_calibration_guard();

/* At the end of the transaction what was marked, retired, dealt or drawn has its line in its maker's chain. */
create or replace function docket_golden_logged() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  about uuid := (to_jsonb(new) ->> case tg_table_name when 'stand_in' then 'item_id' when 'review_sample' then 'verdict_id' else 'golden_id' end)::uuid;
  line text := case when tg_table_name = 'stand_in' then 'GOLDEN_DEALT' when tg_table_name = 'review_sample' then 'SAMPLE_DRAWN' when tg_op = 'INSERT' then 'GOLDEN_MARKED' else 'GOLDEN_RETIRED' end;
begin
  if not docket_is_owner() and not exists (select 1 from audit_entry e join audit_writer w on w.writer_id = e.writer_id
         where e.subject = about and e.kind = line and w.principal_id = docket_me()) then
    perform docket_refuse(line || ' ' || about || ' has no line in the log');
  end if;
  return null;
end $$;

drop trigger if exists docket_golden_logged on golden_item;
create constraint trigger docket_golden_logged after insert or update on golden_item deferrable initially deferred for each row execute function docket_golden_logged();
drop trigger if exists docket_golden_logged on stand_in;
create constraint trigger docket_golden_logged after insert on stand_in deferrable initially deferred for each row execute function docket_golden_logged();

drop trigger if exists docket_sample_logged on review_sample;
create constraint trigger docket_sample_logged after insert on review_sample deferrable initially deferred for each row execute function docket_golden_logged();

-- ---- what follows a task

create or replace function docket_clock_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
  task uuid;
begin
  if docket_is_owner() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  me := docket_actor();
  task := case tg_op when 'DELETE' then old.task_id else new.task_id end;
  if me.app_role not in ('LEAD', 'INGEST') and not exists (select 1 from review_task where task_id = task and changed_by = me.principal_id and changed_tx = txid_current()) then
    perform docket_refuse('a clock goes with its task');
  end if;
  if tg_op = 'UPDATE' and me.app_role not in ('LEAD', 'INGEST') and (new.task_id, new.due_at) is distinct from (old.task_id, old.due_at) then
    perform docket_refuse('a deadline stays');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

drop trigger if exists docket_clock_guard on task_clock;
create trigger docket_clock_guard before insert or update or delete on task_clock for each row execute function docket_clock_guard();

create or replace function docket_spread_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
  seed uuid;
begin
  if docket_is_owner() then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  me := docket_actor();
  seed := case tg_op when 'DELETE' then old.seed_id else new.seed_id end;
  if me.app_role not in ('LEAD', 'INGEST') and not exists (select 1 from verdict_event where verdict_id = seed and reviewer_id = me.principal_id) then
    perform docket_refuse('a decision spreads as its maker says');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

drop trigger if exists docket_spread_guard on propagation_due;
create trigger docket_spread_guard before insert or delete on propagation_due for each row execute function docket_spread_guard();

create or replace function docket_comment_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() and new.author_id is distinct from (docket_actor()).principal_id then
    perform docket_refuse('nobody speaks in somebody else''s name');
  end if;
  return new;
end $$;

drop trigger if exists docket_comment_guard on item_comment;
create trigger docket_comment_guard before insert on item_comment for each row execute function docket_comment_guard();

/* A token is taken out of force once, and then is out of force for good. */
create or replace function docket_token_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    new.made_at := transaction_timestamp();
    new.revoked_at := null;
  elsif old.revoked_at is not null or (to_jsonb(new) - 'revoked_at') <> (to_jsonb(old) - 'revoked_at') then
    perform docket_refuse('a token is made, and revoked once');
  else
    new.revoked_at := transaction_timestamp();
  end if;
  return new;
end $$;

drop trigger if exists docket_token_guard on intake_token;
create trigger docket_token_guard before insert or update on intake_token for each row execute function docket_token_guard();

-- ---- the log

/* Of all that locks by a number, whoever logs in could hold up everybody's chains with it: only the functions below may. */
do $$
declare
  lock regprocedure;
begin
  for lock in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.proname like 'pg\_%advisory\_%lock%' loop
    execute format('revoke execute on function %s from public', lock);
  end loop;
  grant execute on function pg_advisory_xact_lock(bigint), pg_try_advisory_xact_lock(bigint) to docket_owner;
end $$;

/* A chain is its person's, and an entry follows from the last one. One that does not is not stored, without an error, so that whoever
   was wrong about where the chain ends can look and go on in the same transaction (audit.ServerChain). Nor is one while somebody else's transaction
   writes in the chain, or waits to (docket_chain_end): nobody waits for an entry while others wait for them. The end is looked at once the chain
   is held, and by the primary key: by the last entry, as a plan made while the table was empty finds an entry by its number through all of its chain.

   Every entry passes here, and a search_path of its own costs a tenth of an insert. So there is none: whoever inserts chooses the path,
   and every name and operator says its schema. docs/adr/0056. */
create or replace function docket_entry_guard() returns trigger language plpgsql security definer
as $$
declare
  seq pg_catalog.int8;
  before pg_catalog.bytea;
begin
  if not public.docket_is_owner() then
    if not exists (select from public.audit_writer w join public.principal p on p.principal_id operator(pg_catalog.=) w.principal_id
                    where w.writer_id operator(pg_catalog.=) new.writer_id and p.db_role operator(pg_catalog.=) session_user and p.active) then
      perform public.docket_refuse('nobody writes in somebody else''s chain');
    end if;
    new.recorded_at := pg_catalog.transaction_timestamp();
  end if;
  if not pg_catalog.pg_try_advisory_xact_lock(pg_catalog.uuid_hash_extended(new.writer_id, 0)) then
    return null;
  end if;
  select e.writer_seq, e.leaf_hash into seq, before from public.audit_entry e where e.writer_id operator(pg_catalog.=) new.writer_id order by e.writer_seq desc limit 1;
  if not found then
    seq := -1;
    before := pg_catalog.decode(pg_catalog.repeat('00', 32), 'hex');
  end if;
  if new.writer_seq operator(pg_catalog.=) (seq operator(pg_catalog.+) 1) and new.prev_hash operator(pg_catalog.=) before and pg_catalog.length(new.leaf_hash) operator(pg_catalog.=) 32 then
    return new;
  end if;
  return null;
end $$;
-- "create or replace" keeps a path that an earlier one had
alter function docket_entry_guard() reset all;

drop trigger if exists docket_entry_guard on audit_entry;
create trigger docket_entry_guard before insert on audit_entry for each row execute function docket_entry_guard();

create or replace function docket_writer_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  me principal;
begin
  if docket_is_owner() then
    return new;
  end if;
  me := docket_actor();
  if tg_op = 'INSERT' then
    if new.next_seq <> 0 or new.head_hash <> decode(repeat('00', 32), 'hex') then
      perform docket_refuse('a chain begins empty');
    end if;
    if exists (select 1 from principal where principal_id = new.writer_id and principal_id <> me.principal_id) then
      perform docket_refuse('nobody writes in somebody else''s chain');
    end if;
    new.principal_id := me.principal_id;
  elsif old.principal_id is distinct from me.principal_id or (new.writer_id, new.name, new.principal_id) is distinct from (old.writer_id, old.name, old.principal_id)
        or new.next_seq < old.next_seq
        or not exists (select 1 from audit_entry where writer_id = old.writer_id and writer_seq = new.next_seq - 1 and leaf_hash = new.head_hash)
        or exists (select 1 from audit_entry where writer_id = old.writer_id and writer_seq >= new.next_seq) then
    perform docket_refuse('a chain ends on its last entry');
  end if;
  return new;
end $$;

drop trigger if exists docket_writer_guard on audit_writer;
create trigger docket_writer_guard before insert or update on audit_writer for each row execute function docket_writer_guard();

-- the writer's row is a mark that the chain came so far, and lags behind its end
drop trigger if exists docket_entry_headed on audit_entry;
drop function if exists docket_entry_headed();

/* Every sixteenth entry is marked, whatever program sent it. Past the policies, and under the guard of whoever writes. */
create or replace function docket_entry_mark() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update audit_writer set next_seq = new.writer_seq + 1, head_hash = new.leaf_hash where writer_id = new.writer_id;
  return null;
end $$;

drop trigger if exists docket_entry_mark on audit_entry;
create trigger docket_entry_mark after insert on audit_entry for each row when (new.writer_seq % 16 = 15) execute function docket_entry_mark();

/* The tree only grows, and its checkpoints with it. */
create or replace function docket_tree_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() and new.tree_size < old.tree_size then
    perform docket_refuse('a log never grows smaller');
  end if;
  return new;
end $$;

drop trigger if exists docket_tree_guard on audit_tree;
create trigger docket_tree_guard before update on audit_tree for each row execute function docket_tree_guard();

-- ---- what desks are told at once; see storage.Notices for what they are not

create or replace function docket_tell() returns trigger language plpgsql
as $$ begin perform pg_notify('docket', tg_table_name); return null; end $$;

do $$
declare
  told text;
begin
  foreach told in array array['review_task', 'lane', 'lane_grant', 'team_setting'] loop
    execute format('drop trigger if exists docket_told on %I', told);
    execute format('create trigger docket_told after insert on %I for each statement execute function docket_tell()', told);
  end loop;
end $$;

-- ---- nothing of the record is rewritten or deleted, not by its owner either

create or replace function docket_never() returns trigger language plpgsql
as $$ begin raise exception 'Not permitted: % keeps what it has', tg_table_name using errcode = '42501'; end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['verdict_event', 'verdict_late', 'audit_entry', 'audit_run', 'audit_checkpoint', 'audit_tile', 'hand_over', 'audit_writer', 'erasure', 'legal_hold', 'decision_set', 'decision_set_item', 'set_request', 'set_answer', 'pack_request', 'pack_answer', 'marked_copy', 'dsa_statement', 'dsa_change', 'golden_item', 'stand_in', 'review_sample', 'calibration_session', 'calibration_item', 'calibration_person', 'calibration_answer'] loop
    execute format('drop trigger if exists docket_kept on %I', kept);
    execute format('create trigger docket_kept before delete on %I for each row execute function docket_never()', kept);
    execute format('drop trigger if exists docket_never_emptied on %I', kept);
    execute format('create trigger docket_never_emptied before truncate on %I for each statement execute function docket_never()', kept);
  end loop;
  drop trigger if exists docket_never_emptied on provenance_report;
  create trigger docket_never_emptied before truncate on provenance_report for each statement execute function docket_never();
  foreach kept in array array['audit_entry', 'audit_run', 'audit_checkpoint', 'audit_tile', 'erasure', 'decision_set', 'decision_set_item', 'set_request', 'set_answer', 'pack_request', 'pack_answer', 'marked_copy', 'provenance_report', 'dsa_statement', 'dsa_change', 'stand_in', 'review_sample', 'calibration_person', 'calibration_answer'] loop
    execute format('drop trigger if exists docket_never_changed on %I', kept);
    execute format('create trigger docket_never_changed before update on %I for each row execute function docket_never()', kept);
  end loop;
end $$;

-- ---- who reads and writes which table

do $$
declare
  each_table text;
  each_policy record;
begin
  for each_policy in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I.%I', each_policy.policyname, each_policy.schemaname, each_policy.tablename);
  end loop;
  for each_table in select tablename from pg_tables where schemaname = 'public' loop
    execute format('revoke all on %I from public, docket_reviewer, docket_lead, docket_admin, docket_auditor, docket_ingest, docket_sealer, docket_export', each_table);
  end loop;
end $$;

revoke create on schema public from public;
do $$ begin execute format('revoke all on database %I from public', current_database()); end $$;
grant usage on schema public to docket_reviewer, docket_lead, docket_admin, docket_auditor, docket_ingest, docket_sealer, docket_export;

-- of people, everybody sees the pseudonym, and admins their logins
grant select (principal_id, pseudonym, app_role, active, most_held, longest_lease) on principal to docket_reviewer, docket_lead, docket_auditor, docket_ingest, docket_sealer, docket_export;
grant select on principal to docket_admin;
-- not whose login it is: whoever could change that could write in anybody's chain
grant update (most_held, longest_lease) on principal to docket_admin;
grant select on lane, lane_grant, team_setting, policy_pack, concept_map, model_version, flyway_schema_history, task_round, item_judge
   to docket_reviewer, docket_lead, docket_admin, docket_auditor, docket_ingest, docket_sealer, docket_export;
grant insert, delete on lane_grant to docket_admin;
grant insert, update on team_setting to docket_admin;
grant insert on lane to docket_lead, docket_admin, docket_ingest;  -- a rule's branch for a place, when first needed
grant update on lane to docket_admin;
grant insert on policy_pack to docket_admin;
grant insert on concept_map to docket_lead;
grant insert, update on model_version to docket_lead, docket_ingest;

grant select, insert, update on review_task to docket_reviewer, docket_lead, docket_ingest;
grant select on review_task to docket_auditor, docket_export, docket_admin;
alter table review_task enable row level security;
create policy seen on review_task for select to docket_reviewer using (
     (select docket_me()) = any (array[lease_owner, changed_by])
     -- not "lane_id = any": an index on it would be taken for every claim, and what it finds sorted
     or state in (0, 1) and lane_id + 0 = any (array(select docket_lanes())) and item_id <> all (array(select docket_kept_from_me()))
     or docket_decided(task_id));
create policy seen_by_all on review_task for select to docket_lead, docket_auditor, docket_export, docket_admin, docket_ingest using (true);
create policy moved on review_task for update to docket_reviewer, docket_lead, docket_ingest using (true) with check (true);
create policy filed on review_task for insert to docket_reviewer, docket_lead, docket_ingest with check (true);

grant select, insert on verdict_event to docket_reviewer, docket_lead, docket_ingest;
grant update (words, finding_json) on verdict_event to docket_reviewer, docket_lead, docket_ingest;
grant update (shown_json) on verdict_event to docket_lead;
grant select on verdict_event to docket_auditor, docket_export, docket_admin;
alter table verdict_event enable row level security;
-- one's own, and what was found before by whoever judges or hears it now: a second look stays blind
create policy seen on verdict_event for select to docket_reviewer using (
     reviewer_id = (select docket_me())
     or docket_hears(item_id));
create policy seen_by_all on verdict_event for select to docket_lead, docket_auditor, docket_export, docket_admin, docket_ingest using (true);
create policy made on verdict_event for insert to docket_reviewer, docket_lead, docket_ingest with check (true);
create policy erased on verdict_event for update to docket_reviewer, docket_lead, docket_ingest using (true) with check (true);

grant select, insert on verdict_late to docket_reviewer, docket_lead;
grant update (body_json) on verdict_late to docket_reviewer, docket_lead, docket_ingest;
grant select on verdict_late to docket_auditor, docket_export, docket_admin, docket_ingest;
alter table verdict_late enable row level security;
create policy seen on verdict_late for select to docket_reviewer using (reviewer_id = (select docket_me()));
create policy seen_by_all on verdict_late for select to docket_lead, docket_auditor, docket_export, docket_admin, docket_ingest using (true);
create policy made on verdict_late for insert to docket_reviewer, docket_lead with check (true);
create policy erased on verdict_late for update to docket_reviewer, docket_lead, docket_ingest using (true) with check (true);

grant select, update on item to docket_reviewer;
grant select, insert, update on item to docket_lead, docket_ingest;
grant select on item to docket_auditor, docket_export, docket_admin;
alter table item enable row level security;
create policy seen on item for select to docket_reviewer using (
     state = 9 or state = 8 and external_id like 'erased %' or exists (select 1 from review_task t where t.item_id = item.item_id)
     or docket_judged(item_id) or docket_asked_about(item_id));
create policy seen_by_all on item for select to docket_lead, docket_auditor, docket_export, docket_admin, docket_ingest using (true);
create policy quarantined on item for update to docket_reviewer, docket_lead, docket_ingest using (true) with check (true);
create policy admitted on item for insert to docket_lead, docket_ingest with check (true);

-- sizes and hashes of every picture; what they show is behind their items
grant select, update on image_blob to docket_reviewer;
grant select, insert, update on image_blob to docket_lead, docket_ingest;
grant delete on image_blob to docket_lead;
grant select on image_blob to docket_auditor, docket_export, docket_admin;
grant select, update on hash_order to docket_ingest, docket_lead;

do $$
declare
  of_item text;
begin
  foreach of_item in array array['score', 'policy_decision', 'item_comment'] loop
    execute format('alter table %I enable row level security', of_item);
    execute format('grant select, delete on %I to docket_reviewer', of_item);
    execute format('grant select, insert, update, delete on %I to docket_lead, docket_ingest', of_item);
    execute format('grant select on %I to docket_auditor, docket_export, docket_admin', of_item);
    execute format('create policy seen on %I for select to docket_reviewer using (exists (select 1 from item i where i.item_id = %I.item_id))', of_item, of_item);
    execute format('create policy seen_by_all on %I for select to docket_lead, docket_auditor, docket_export, docket_admin, docket_ingest using (true)', of_item);
    execute format('create policy written on %I for insert to docket_lead, docket_ingest with check (true)', of_item);
    execute format('create policy rewritten on %I for update to docket_lead, docket_ingest using (true)', of_item);
    execute format('create policy wiped_by_all on %I for delete to docket_lead, docket_ingest using (true)', of_item);
    execute format('create policy wiped on %I for delete to docket_reviewer using (exists (select 1 from item i where i.item_id = %I.item_id and i.state = 9))', of_item, of_item);
  end loop;
end $$;
grant insert on item_comment to docket_reviewer;
create policy said on item_comment for insert to docket_reviewer with check (exists (select 1 from item i where i.item_id = item_comment.item_id and i.state = 0));
create policy taken_back on item_comment for delete to docket_reviewer using (author_id = (select docket_me()));

grant select, delete on provenance_report to docket_reviewer;
grant select, insert, delete on provenance_report to docket_lead, docket_ingest;
grant select on provenance_report to docket_auditor, docket_export, docket_admin;
alter table provenance_report enable row level security;
create policy seen on provenance_report for select to docket_reviewer using (exists (select 1 from item i where i.item_id = provenance_report.item_id));
create policy seen_by_all on provenance_report for select to docket_lead, docket_auditor, docket_export, docket_admin, docket_ingest using (true);
create policy written on provenance_report for insert to docket_lead, docket_ingest with check (true);
create policy wiped_by_all on provenance_report for delete to docket_lead, docket_ingest using (true);
create policy wiped on provenance_report for delete to docket_reviewer using (exists (select 1 from item i where i.item_id = provenance_report.item_id and i.state = 9));

grant select, insert, update, delete on task_clock to docket_reviewer, docket_lead, docket_ingest;
grant select on task_clock to docket_auditor, docket_export, docket_admin;
alter table task_clock enable row level security;
create policy seen on task_clock for select to docket_reviewer using (exists (select 1 from review_task t where t.task_id = task_clock.task_id));
create policy seen_by_all on task_clock for select to docket_lead, docket_auditor, docket_export, docket_admin, docket_ingest using (true);
create policy moved on task_clock for update to docket_reviewer, docket_lead, docket_ingest using (true) with check (true);
create policy set_anew on task_clock for insert to docket_reviewer, docket_lead, docket_ingest with check (true);
create policy cleared on task_clock for delete to docket_reviewer, docket_lead, docket_ingest using (true);

grant select, insert, delete on propagation_due to docket_reviewer, docket_lead, docket_ingest;
alter table propagation_due enable row level security;
create policy seen on propagation_due for select to docket_reviewer using (exists (select 1 from verdict_event v where v.verdict_id = seed_id));
create policy seen_by_all on propagation_due for select to docket_lead, docket_ingest using (true);
create policy remembered on propagation_due for insert to docket_reviewer, docket_lead, docket_ingest with check (true);
create policy done on propagation_due for delete to docket_reviewer, docket_lead, docket_ingest using (true);

grant select, insert, update on hand_over to docket_lead, docket_ingest;
grant select, insert on hand_over to docket_reviewer;
grant select on hand_over to docket_auditor, docket_admin;
grant select, insert on erasure to docket_lead;
grant select on erasure to docket_reviewer, docket_auditor, docket_admin, docket_export, docket_ingest, docket_sealer;
alter table erasure enable row level security;
create policy seen on erasure for select to docket_reviewer using (docket_judged(item_id));
create policy seen_by_all on erasure for select to docket_lead, docket_auditor, docket_admin, docket_export, docket_ingest, docket_sealer using (true);
create policy made on erasure for insert to docket_lead with check (true);
grant select, insert, delete on erased_picture to docket_lead;
grant select, delete on erased_picture to docket_ingest, docket_reviewer;  -- reviewers see none: the bytes are for the others to delete
grant select on erased_picture to docket_auditor, docket_admin, docket_export;
alter table erased_picture enable row level security;
create policy due on erased_picture for all to docket_lead, docket_ingest using (true) with check (true);
grant select, insert on legal_hold to docket_lead;
grant update (lifted_by, lifted_at) on legal_hold to docket_lead;
grant select on legal_hold to docket_auditor, docket_admin;
grant insert on decision_set, decision_set_item to docket_reviewer, docket_lead, docket_export;
grant select, insert on set_request, set_answer to docket_lead;
grant select on set_request, set_answer to docket_auditor, docket_admin;
grant select, insert on pack_request, pack_answer to docket_lead;
grant select on pack_request, pack_answer to docket_auditor, docket_admin;
grant insert on marked_copy to docket_lead, docket_export;
grant select on marked_copy to docket_lead, docket_export, docket_auditor, docket_admin;
grant select, insert on dsa_statement, dsa_change to docket_lead;
grant select on dsa_statement, dsa_change to docket_auditor, docket_admin;
grant select on decision_set, decision_set_item to docket_lead, docket_export, docket_auditor, docket_admin;
grant select, insert on golden_item to docket_lead;
grant update (retired_by, retired_at) on golden_item to docket_lead;
grant select on golden_item, stand_in to docket_reviewer, docket_ingest, docket_auditor, docket_admin, docket_export;
grant select, insert on stand_in to docket_lead, docket_ingest;
grant select, insert, update on quality_mark to docket_lead, docket_ingest;
grant select, insert on model_alert to docket_lead;
grant update (seen_by, seen_at) on model_alert to docket_lead;
grant select on model_alert to docket_auditor, docket_admin;
-- what a feed knows the answer of, no reviewer knows: there is no policy that shows them a row
grant select, insert, delete on quality_check to docket_lead, docket_ingest;
grant select, delete on quality_check to docket_reviewer;  -- deletes nothing: a quarantine has by then
grant select on quality_check to docket_auditor, docket_admin, docket_export;
alter table quality_check enable row level security;
create policy seen_by_all on quality_check for select to docket_lead, docket_ingest, docket_auditor, docket_admin, docket_export using (true);
create policy made on quality_check for insert to docket_lead, docket_ingest with check (true);
-- no reviewer knows of a look whether it was drawn, nor by which rule
grant select, insert on review_sample to docket_lead, docket_ingest;
grant select on review_sample to docket_auditor, docket_admin, docket_export;
grant select on calibration_session, calibration_item, calibration_person, calibration_answer, calibration_progress to docket_reviewer, docket_lead, docket_auditor, docket_admin;
grant insert on calibration_session, calibration_item, calibration_person to docket_lead;
grant update (revealed_by, revealed_at) on calibration_session to docket_lead;
grant update (outcome, note, settled_by, settled_at) on calibration_item to docket_lead;
grant insert on calibration_answer to docket_reviewer, docket_lead;
do $$
declare
  of_session text;
begin
  foreach of_session in array array['calibration_session', 'calibration_item', 'calibration_person', 'calibration_answer'] loop
    execute format('alter table %I enable row level security', of_session);
    if of_session <> 'calibration_answer' then
      execute format('create policy seen on %I for select to docket_reviewer using (docket_calibrates(session_id))', of_session);
      execute format('create policy seen_by_all on %I for select to docket_lead, docket_auditor, docket_admin using (true)', of_session);
    end if;
    execute format('create policy made on %I for insert to docket_reviewer, docket_lead with check (true)', of_session);
    execute format('create policy settled on %I for update to docket_lead using (true) with check (true)', of_session);
  end loop;
end $$;
-- nobody reads another's answer before all are shown: leads answer blind too
create policy seen on calibration_answer for select to docket_reviewer, docket_lead, docket_auditor, docket_admin
   using (person_id = (select docket_me()) or docket_revealed(session_id) and ((select docket_role()) <> all (array['REVIEWER', 'LEGAL', 'CHILD_SAFETY']) or docket_calibrates(session_id)));
alter table golden_item enable row level security;
alter table stand_in enable row level security;
-- reviewers read of golden items what they have answered, and before that nothing by which one could be told
create policy seen on stand_in for select to docket_reviewer using (docket_answered(item_id));
create policy seen on golden_item for select to docket_reviewer using (exists (select 1 from stand_in s where s.golden_id = golden_item.golden_id));
create policy seen_by_all on stand_in for select to docket_lead, docket_ingest, docket_auditor, docket_admin, docket_export using (true);
create policy seen_by_all on golden_item for select to docket_lead, docket_ingest, docket_auditor, docket_admin, docket_export using (true);
create policy dealt on stand_in for insert to docket_lead, docket_ingest with check (true);
create policy marked on golden_item for insert to docket_lead with check (true);
create policy retired on golden_item for update to docket_lead using (true) with check (true);
alter table hand_over enable row level security;
create policy seen on hand_over for select to docket_reviewer using (person_id = (select docket_me())
     or (select docket_role()) = 'CHILD_SAFETY');
create policy seen_by_all on hand_over for select to docket_lead, docket_auditor, docket_admin, docket_ingest using (true);
create policy opened on hand_over for insert to docket_reviewer, docket_lead, docket_ingest with check (true);
create policy handed on hand_over for update to docket_reviewer, docket_lead using (true) with check (true);
grant usage on all sequences in schema public to docket_reviewer, docket_lead, docket_ingest;

-- hashes of 256 random bits: of no use to whoever reads them
grant select on intake_token to docket_ingest, docket_lead, docket_auditor;
grant select, insert on intake_token to docket_admin;
grant update (revoked_at) on intake_token to docket_admin;
grant select, insert, update, delete on intake_refusal to docket_ingest, docket_lead;
grant select on intake_refusal to docket_auditor, docket_admin;
grant select, insert, update, delete on hash_bank, hash_bank_part to docket_lead, docket_ingest;
grant select on hash_bank, hash_bank_part to docket_auditor, docket_admin;
grant select on embedding to docket_reviewer, docket_auditor, docket_export;
grant select, insert, delete on embedding to docket_lead, docket_ingest;
grant delete on embedding to docket_reviewer;  -- finds nothing: a quarantine has wiped it by then
alter table embedding enable row level security;
create policy seen on embedding for select to docket_reviewer, docket_lead, docket_ingest, docket_auditor, docket_export using (true);
create policy made on embedding for insert to docket_lead, docket_ingest with check (true);
create policy wiped_by_all on embedding for delete to docket_lead, docket_ingest using (true);

-- who may not see an item has no key to its picture either
grant select, insert, delete on image_key to docket_lead, docket_ingest;
grant select, delete on image_key to docket_reviewer;  -- deletes nothing: a quarantine has by then
grant select on image_key to docket_export;
alter table image_key enable row level security;
create policy seen on image_key for select to docket_reviewer, docket_export using (exists (select 1 from item i where i.sha256 = image_key.sha256 and i.state = 0));
create policy seen_by_all on image_key for select to docket_lead, docket_ingest using (true);
create policy made on image_key for insert to docket_lead, docket_ingest with check (true);
create policy erased on image_key for delete to docket_lead, docket_ingest using (not exists (select 1 from item i where i.sha256 = image_key.sha256 and i.state = 0));

grant select, insert on audit_entry to docket_reviewer, docket_lead, docket_admin, docket_ingest, docket_export, docket_sealer;
grant select, insert, update on audit_writer to docket_reviewer, docket_lead, docket_admin, docket_ingest, docket_export, docket_sealer;
grant select on audit_entry, audit_writer, audit_tree, audit_run, audit_checkpoint, audit_tile to docket_auditor, docket_lead, docket_admin, docket_sealer;
grant select on audit_tree, audit_checkpoint to docket_reviewer, docket_ingest, docket_export;
grant update on audit_tree to docket_sealer;
grant insert on audit_run, audit_checkpoint, audit_tile to docket_sealer;
alter table audit_entry enable row level security;
alter table audit_writer enable row level security;
create policy seen_by_all on audit_entry for select to docket_lead, docket_admin, docket_auditor, docket_sealer using (true);
create policy appended on audit_entry for insert to docket_reviewer, docket_lead, docket_admin, docket_ingest, docket_export, docket_sealer with check (true);
create policy seen on audit_writer for select to docket_reviewer, docket_ingest, docket_export using (principal_id = (select docket_me()));
create policy seen_by_all on audit_writer for select to docket_lead, docket_admin, docket_auditor, docket_sealer using (true);
create policy begun on audit_writer for insert to docket_reviewer, docket_lead, docket_admin, docket_ingest, docket_export, docket_sealer with check (true);
create policy grown on audit_writer for update to docket_reviewer, docket_lead, docket_admin, docket_ingest, docket_export, docket_sealer using (true) with check (true);

-- ---- people

create or replace function docket_group(app_role text) returns text language sql immutable
as $$ select case app_role when 'LEAD' then 'docket_lead' when 'ADMIN' then 'docket_admin' when 'AUDITOR' then 'docket_auditor' when 'INGEST' then 'docket_ingest'
         when 'SEALER' then 'docket_sealer' when 'EXPORT' then 'docket_export' when 'REVIEWER' then 'docket_reviewer' when 'LEGAL' then 'docket_reviewer'
         when 'CHILD_SAFETY' then 'docket_reviewer' end $$;

create or replace function docket_admin_only() returns void language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if not docket_is_owner() and (docket_actor()).app_role <> 'ADMIN' then
    perform docket_refuse('people are an admin''s');
  end if;
end $$;

/* A login of its own for one person. The verifier is what the server keeps of a password (SCRAM), never the password. */
create or replace function docket_member_add(login text, verifier text, name text, as_role text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  id uuid := gen_random_uuid();
begin
  perform docket_admin_only();
  if docket_group(as_role) is null or login !~ '^[a-z][a-z0-9_]{0,40}$' or login ~ '^(docket|pg)_' or verifier !~ '^SCRAM-SHA-256\$' then
    raise exception 'A login is lower-case letters, digits and underscores, with a SCRAM verifier and a role of Docket' using errcode = '22023';
  end if;
  -- a person has a window and a command or two; an intake runs on several machines at once
  execute format('create role %I login connection limit %s password %L in role %I', login, case as_role when 'INGEST' then 60 else 12 end, verifier, docket_group(as_role));
  execute format('grant connect on database %I to %I', current_database(), login);
  perform docket_member_limits(login);
  insert into principal (principal_id, pseudonym, app_role, db_role) values (id, name, as_role, login);
  return id;
end $$;

/* What stops a forgotten window from holding a lock, and a wild query from holding the server. */
create or replace function docket_member_limits(login text) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  execute format('alter role %I set statement_timeout = %L', login, '60s');
  execute format('alter role %I set lock_timeout = %L', login, '10s');
  execute format('alter role %I set idle_in_transaction_session_timeout = %L', login, '60s');
  -- every installation begins empty, when reading a whole table looks cheapest, and such a plan is kept
  execute format('alter role %I set enable_seqscan = off', login);
  -- a scan of a table with a few rows then counts as so dear that it would be compiled first, for tens of milliseconds
  execute format('alter role %I set jit = off', login);
end $$;

/* Shuts a person out at once: their next statement is refused. What they hold lapses; what they did stays theirs. */
create or replace function docket_member_active(name text, yes boolean) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  login text;
begin
  perform docket_admin_only();
  update principal set active = yes where pseudonym = name and db_role is not null returning db_role into login;
  if login is null then
    raise exception 'There is no member % with a login', name using errcode = '22023';
  end if;
  execute format('alter role %I %s', login, case when yes then 'login' else 'nologin' end);
end $$;

create or replace function docket_member_password(name text, verifier text) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  login text;
begin
  if not docket_is_owner() and not exists (select 1 from principal where pseudonym = name and db_role = session_user) then
    perform docket_admin_only();
  end if;
  select db_role into login from principal where pseudonym = name and db_role is not null;
  if login is null or verifier !~ '^SCRAM-SHA-256\$' then
    raise exception 'There is no member % with a login', name using errcode = '22023';
  end if;
  execute format('alter role %I password %L', login, verifier);
end $$;

-- those who were there before, too
do $$
declare
  login text;
begin
  for login in select db_role from principal join pg_roles on rolname = db_role loop
    perform docket_member_limits(login);
  end loop;
end $$;

revoke all on all functions in schema public from public;
grant execute on function docket_me(), docket_role(), docket_lanes(), docket_decided(uuid), docket_judged(uuid), docket_hears(uuid), docket_answered(uuid), docket_kept_from_me(), docket_calibrates(uuid), docket_revealed(uuid), docket_asked_about(uuid), docket_works_in(int), docket_is_owner(), docket_erased(uuid)
   to docket_reviewer, docket_lead, docket_admin, docket_auditor, docket_ingest, docket_sealer, docket_export;
grant execute on function docket_member_add(text, text, text, text), docket_member_active(text, boolean) to docket_admin;
grant execute on function docket_member_password(text, text) to docket_reviewer, docket_lead, docket_admin, docket_auditor, docket_ingest, docket_sealer, docket_export;

-- ---- all of it belongs to a role that nobody logs in as

do $$
declare
  thing record;
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant docket_owner to %I', current_user);
  end if;
  grant usage, create on schema public to docket_owner;
  execute format('grant connect on database %I to docket_owner with grant option', current_database());
  if exists (select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)) then
    begin
      alter role docket_owner createrole;
      grant docket_reviewer, docket_lead, docket_admin, docket_auditor, docket_ingest, docket_sealer, docket_export to docket_owner with admin option;
    exception when insufficient_privilege or internal_error then
      raise notice 'docket_owner cannot make logins: people are added by a superuser';
    end;
  end if;
  for thing in select c.relname, c.relkind from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'S') and c.relname <> 'flyway_schema_history'
                  and not (c.relkind = 'S' and exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))) loop
    execute format('alter %s %I owner to docket_owner', case thing.relkind when 'r' then 'table' when 'v' then 'view' else 'sequence' end, thing.relname);
  end loop;
  for thing in select p.oid::regprocedure as signature from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname like 'docket\_%' loop
    execute format('alter function %s owner to docket_owner', thing.signature);
  end loop;
end $$;
