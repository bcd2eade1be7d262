-- A keyed number over what is measured anew each day, in hex: two sheets of one sender with the same one say the same. Null
-- where the form names no such columns, or none of them is filled.
alter table submission add column content_hash varchar(16);
