-- Which of the several sheets of a sender and period it is, where the sheet says so: 2 of 第2批.
alter table submission add column batch int;
