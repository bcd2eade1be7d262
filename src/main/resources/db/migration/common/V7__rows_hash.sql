-- A keyed number over all that stands in the accepted rows, in hex: two versions of one sheet with the same one are the same.
-- Null where no row was accepted, and for sheets from before this column.
alter table submission add column rows_hash varchar(16);
