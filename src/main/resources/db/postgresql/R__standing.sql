-- How a lane stands, for everybody who works in it. Rows are not looked at one by one for who may see them: of a lane of one's own all may be
-- counted, of another nothing. What waits is counted up to 10 001, and the first deadline is that among the most urgent, so that a window
-- that asks once a second costs a queue of a million what it costs one of ten thousand. docs/adr/0034.

create or replace view lane_standing as
  select l.lane_id,
         (select count(*) from (select 1 from review_task t where t.lane_id = l.lane_id and t.state = 0 limit 10001) w) as waiting,
         (select count(*) from (select 1 from review_task t where t.lane_id = l.lane_id and t.state = 1 limit 10001) w) as held,
         (select t.queued_at from review_task t where t.lane_id = l.lane_id and t.state = 0 order by t.lane_id, t.state, t.queued_at limit 1) as oldest,
         (select min(c.due_at) from task_clock c join ((select t.task_id from review_task t where t.lane_id = l.lane_id and t.state = 0 order by t.lane_id, t.state, t.priority, t.task_id limit 200)
                   union all (select t.task_id from review_task t where t.lane_id = l.lane_id and t.state = 1 limit 200)) u on u.task_id = c.task_id) as due
    from lane l
   where (select docket_is_owner() or docket_role() in ('LEAD', 'ADMIN', 'AUDITOR', 'EXPORT', 'INGEST')) or l.lane_id = any (array(select docket_lanes()));

alter view lane_standing owner to docket_owner;
grant select on lane_standing to docket_reviewer, docket_lead, docket_admin, docket_auditor, docket_ingest, docket_export;
