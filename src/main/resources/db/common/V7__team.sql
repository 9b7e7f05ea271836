-- People with logins of their own, the lanes they work in, and what everybody may know of events they may not read.

alter table principal add column db_role varchar(63);            -- login at the database server; null: a desk of one's own
alter table principal add constraint principal_db_role_uq unique (db_role);
alter table principal add column most_held int default 64 not null;
alter table principal add column longest_lease int default 600 not null;   -- seconds

create table lane_grant (
  principal_id uuid not null references principal,
  rule         varchar(60) not null,         -- of a lane; '*': every lane that no ladder has
  jurisdiction varchar(40) not null,         -- '*': every one
  granted_at   timestamp with time zone default current_timestamp not null,
  primary key (principal_id, rule, jurisdiction)
);

alter table audit_writer add column principal_id uuid;           -- whose chain it is, where people have logins

-- How many events a task has, and who found something on an item: never what.
create view task_round as
  select task_id, round, max(revision) + 1 as next_revision from verdict_event group by task_id, round;
create view item_judge as
  select distinct item_id, reviewer_id from verdict_event where finding_json is not null;

-- What holds for the whole team, such as where its images lie.
create table team_setting (
  name    varchar(40) primary key,
  content varchar(4000) not null
);
