-- Items whose answer their feed knows already. They stood in what the feed says of an item, which reviewers read.
create table quality_check (
  item_id uuid primary key references item
);
insert into quality_check (item_id) select item_id from item where state = 0 and facts_json like '%"gold":true%';
-- to what the others have there: leaving it out would tell as much
update item set facts_json = replace(facts_json, '"gold":true', '"gold":false') where facts_json like '%"gold":true%';
