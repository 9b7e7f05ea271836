-- Further looks (second opinion, ladders, adjudication, appeals), clocks that move a task forward, events about events.

alter table review_task add column stage varchar(12) default 'FIRST' not null;
update review_task set stage = 'SECOND' where lane_id in (select lane_id from lane where rule = 'second-opinion');
update review_task set stage = 'ADJUDICATION' where stage = 'SECOND' and round >= 3;
update review_task set stage = 'LADDER' where lane_id in (select lane_id from lane where rule = 'escalated');

-- Everybody a task is kept from, ids apart by spaces: any number of them, and still no join in the claim.
alter table review_task add column not_by varchar(2000);
update review_task set not_by = concat(cast(not_by_1 as varchar(36)), concat(' ', coalesce(cast(not_by_2 as varchar(36)), '')))
 where not_by_1 is not null;
alter table review_task drop column not_by_1;
alter table review_task drop column not_by_2;

-- Apart from the tasks, so that a claim has no further index to keep.
create table task_clock (
  task_id uuid primary key,
  due_at  timestamp with time zone not null,
  calm    int not null,                      -- the task's priority without what its deadline adds
  rank_at timestamp with time zone           -- when the deadline next moves the task; null: not any more
);
create index task_clock_rank_ix on task_clock (rank_at);

alter table verdict_event alter column kind set data type varchar(24);
alter table verdict_event add column about uuid;          -- the event this one is about
alter table verdict_event add column batch uuid;          -- the gesture that made it, where one gesture makes many
alter table verdict_event add column words varchar(500);  -- a person's own words, erasable
create index verdict_event_about_ix on verdict_event (about);
create index verdict_event_batch_ix on verdict_event (batch);

-- Decisions that are yet to spread by themselves, once their hold is over. Those made before this version do not.
create table propagation_due (
  seed_id    uuid primary key,
  decided_at timestamp with time zone not null
);
create index propagation_due_time_ix on propagation_due (decided_at);

create table item_comment (
  comment_id uuid primary key,
  item_id    uuid not null,
  author_id  uuid not null,
  words      varchar(1000) not null,
  written_at timestamp with time zone not null
);
create index item_comment_item_ix on item_comment (item_id, written_at);
