package lingbao.matrix;

import java.util.List;
import java.util.Map;

/**
 * One row of the bad-input matrix.
 *
 * @param id as the cases name it: {@code C-07}
 * @param input what comes, in a few words
 */
record MatrixRow(String id, String input) {

    /** What this program can't decide, and whose it is then. A row that also has cases is decided in part. */
    static final Map<String, String> LATER = Map.ofEntries(
            Map.entry("F-26", "the portal: a content type is only told by a browser"),
            Map.entry("X-09", "the followed cases: no form lists who is isolated"),
            Map.entry("X-11", "the portal, for its other half: who uploads is known there, and there it is an event"),
            Map.entry("X-16", "a form with a cumulative figure: none is shipped"),
            Map.entry("X-17", "the followed cases: who is under observation is known there"),
            Map.entry("X-18", "the portal, for its other half: the reason is asked there"));

    static List<MatrixRow> all() {
        return ROWS.lines()
                .map(line -> new MatrixRow(line.substring(0, 4), line.substring(5)))
                .toList();
    }

    private static final String ROWS = """
            F-01 an empty file
            F-02 a workbook cut off
            F-03 random bytes
            F-04 a web page named as a workbook
            F-05 XML of Excel 2003
            F-06 a text table named as a workbook
            F-07 an ending that is not the content's
            F-08 what WPS writes
            F-09 other kinds of files
            F-10 macros
            F-11 a password, xlsx
            F-12 a password, xls
            F-13 Excel 95
            F-14 zip bombs
            F-15 hostile archives
            F-16 hostile XML
            F-17 links and embedded objects
            F-18 a million blank formatted rows
            F-19 more than the limits
            F-20 the encodings of a CSV
            F-21 encodings that nobody can tell
            F-22 the separators and line ends of a CSV
            F-23 a quote that is not closed
            F-24 strange file names
            F-25 files that are no sheets
            F-26 what a browser says of the content
            F-27 the same content again
            S-01 sheet names
            S-02 two sheets of one form
            S-03 hidden sheets
            S-04 hidden rows and columns
            S-05 protected sheets
            S-06 charts and empty sheets
            S-07 tables that begin elsewhere, or stand side by side
            S-08 dates from 1904
            S-09 a heading and no rows
            S-10 rows of totals
            S-11 signatures
            S-12 blank rows between
            S-13 headings repeated
            S-14 merged cells
            S-15 blanks in sheet names
            S-16 older templates
            H-01 headings in two rows
            H-02 blanks, marks and units in headings
            H-03 other words for a heading
            H-04 a column is missing
            H-05 a heading stands twice
            H-06 further columns
            H-07 another order
            H-08 invisible characters in a heading
            H-09 a hidden heading row
            H-10 other units
            C-01 full-width digits and letters
            C-02 blanks around a value
            C-03 invisible characters
            C-04 numbers as texts
            C-05 grouped thousands
            C-06 a unit behind a number
            C-07 decimal points
            C-08 numbers out of range
            C-09 words for nothing
            C-10 two numbers in a cell
            C-11 writings of a date
            C-12 dates without a year
            C-13 serial dates
            C-14 serials that are no date
            C-15 days that do not exist
            C-16 moments with a zone
            C-17 formulas
            C-18 formulas without a result
            C-19 error values
            C-20 percentages
            C-21 formats that hide a value
            C-22 fractions of whole numbers
            C-23 scientific notation
            C-24 an identity number as a number
            C-25 a leading zero lost
            C-26 check digits
            C-27 the letter X
            C-28 other documents
            C-29 impossible birth dates and regions
            C-30 telephone numbers
            C-31 rare characters
            C-32 names in other writings
            C-33 what is no name
            C-34 characters that no text holds
            C-35 line breaks and long texts
            C-36 struck-through text
            C-37 comments
            C-38 formulas as texts
            C-39 markup and templates
            C-40 SQL
            C-41 a line that begins with #
            C-42 yes and no
            C-43 look-alike characters
            C-44 numbers that are none
            X-01 a person twice, alike
            X-02 a person twice, not alike
            X-03 one name and telephone, two identity numbers
            X-04 a person at two institutions on one day
            X-05 running numbers and declared counts
            X-06 parts that do not add up
            X-07 totals that do not add up
            X-08 a summary that differs from its details
            X-09 present and isolated
            X-10 dates that differ
            X-11 another's institution
            X-12 closed, not yet open, renamed
            X-13 days to come and days long gone
            X-14 yesterday's sheet again
            X-15 counts that jump
            X-16 a cumulative figure falls
            X-17 a person under observation disappears
            X-18 a correction without some of the rows
            X-19 corrections in any order
            X-20 a missing day, then two at once
            """;
}
