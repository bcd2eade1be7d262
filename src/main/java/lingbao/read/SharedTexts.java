package lingbao.read;

import java.util.BitSet;

/**
 * An {@code .xlsx}'s table of shared texts, which the reader holds in memory as a whole: how large it is, and which of its
 * texts a cell asks for. Texts of deleted rows may stay behind; a table that few cells ask for is there to fill the heap.
 */
final class SharedTexts {

    /** A text in memory: two objects and a place in the table, beside two bytes for most letters. */
    private static final int BYTES_OF_A_TEXT = 56;

    private final Limits limits;
    private final BitSet askedFor = new BitSet();
    private int last = -1;
    private int count;
    private long bytes;

    SharedTexts(Limits limits) {
        this.limits = limits;
    }

    /** A table that is being read, with the texts so far. */
    final class Table {

        private int texts;
        private long taken;

        void add(int length) {
            texts++;
            taken += BYTES_OF_A_TEXT + 2L * length;
            if (taken > limits.sharedTextBytes()) {
                throw tooLarge("各不相同的文字", texts + " 条以上", limits.sharedTextBytes());
            }
        }

        /** Of several tables the largest counts. */
        void end() {
            count = Math.max(count, texts);
            bytes = Math.max(bytes, taken);
        }
    }

    /** A cell shows the text of this number, the first being 0. */
    void ask(int number) {
        last = Math.max(last, number);
        // No table that is read has more.
        if (number < limits.sharedTextBytes() / BYTES_OF_A_TEXT) {
            askedFor.set(number);
        }
    }

    /**
     * To be asked when all cells were seen.
     *
     * @throws UnreadableFileException where a cell asks for a text that is not there, or too few ask for those that are
     */
    void unlessInVain() {
        if (last >= count) {
            throw UnreadableFileException.corrupt("缺少共享文字");
        }
        int asked = askedFor.cardinality();
        UnreadableFileException.unlessWithin("没有单元格用到的文字条数", count - asked, asked + Limits.SPARE_TEXTS);
        long most = Limits.SPARE_TEXT_BYTES + asked * Limits.BYTES_OF_A_USED_TEXT;
        if (bytes > most) {
            throw tooLarge("各不相同的文字", count + " 条共 " + bytes + " 字节", most);
        }
    }

    private static UnreadableFileException tooLarge(String what, String found, long mostBytes) {
        return UnreadableFileException.tooLarge(what, found, mostBytes + " 字节");
    }
}
