package lingbao.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lingbao.domain.FindingCode;

/**
 * How a text file is written: UTF-8, UTF-16 with its mark, or GB18030, and nothing else. The whole file is decoded once,
 * strictly, before a letter of it is believed.
 *
 * @param mark how many bytes of byte-order mark stand in front
 */
record TextEncoding(Path file, Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset GB2312 = Charset.forName("GB2312");

    /** GB18030 decodes nearly anything; honest text keeps to the common characters, but for the odd rare name. */
    private static final int RARE_ALLOWED = 3;

    private static final int RARE_IN_HUNDRED = 10;

    /**
     * @throws UnreadableFileException with the line that fits no encoding
     */
    static TextEncoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return decided(new TextEncoding(file, StandardCharsets.UTF_8, 3));
        }
        if (starts(head, 0xFF, 0xFE)) {
            return decided(new TextEncoding(file, StandardCharsets.UTF_16LE, 2));
        }
        if (starts(head, 0xFE, 0xFF)) {
            return decided(new TextEncoding(file, StandardCharsets.UTF_16BE, 2));
        }
        TextEncoding unicode = new TextEncoding(file, StandardCharsets.UTF_8, 0);
        Optional<Fault> notUnicode = unicode.firstFault();
        if (notUnicode.isEmpty()) {
            return unicode;
        }
        TextEncoding chinese = new TextEncoding(file, GB18030, 0);
        Optional<Fault> notChinese = chinese.firstFault();
        if (notChinese.isEmpty()) {
            return chinese;
        }
        // The encoding that it is in goes wrong later than the one that it is not in.
        throw unknown(notUnicode.get().line() > notChinese.get().line() ? notUnicode.get() : notChinese.get());
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= head.length || (head[at] & 0xff) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static TextEncoding decided(TextEncoding encoding) throws IOException {
        Optional<Fault> fault = encoding.firstFault();
        if (fault.isPresent()) {
            throw unknown(fault.get());
        }
        return encoding;
    }

    /**
     * Where the text can't be text in the encoding.
     *
     * @param line from 1
     * @param nul whether a byte of zeros stands there
     */
    private record Fault(long line, boolean nul) {}

    private static UnreadableFileException unknown(Fault fault) {
        return UnreadableFileException.of(
                fault.nul() ? FindingCode.NUL_IN_TEXT : FindingCode.ENCODING_UNKNOWN, Long.toString(fault.line()));
    }

    /** Whether nothing had to be decided, because it is what we ask for. */
    boolean isUnicode8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** The text after the mark. Close it. */
    Reader reader() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(in, strict());
    }

    private CharsetDecoder strict() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private Optional<Fault> firstFault() throws IOException {
        CharsetDecoder decoder = strict();
        Letters letters = new Letters(charset.equals(GB18030));
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer text = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, text, end);
                text.flip();
                if (!letters.plausible(text)) {
                    return Optional.of(new Fault(letters.line, letters.nul));
                }
                if (result.isError()) {
                    return Optional.of(new Fault(letters.line, false));
                }
                bytes.compact();
                text.clear();
            }
        }
        return letters.areCommon() ? Optional.empty() : Optional.of(new Fault(letters.firstRare, false));
    }

    /** Looks at decoded letters, for what no text holds. */
    private static final class Letters {

        private final boolean guessed;
        private final CharsetEncoder common = GB2312.newEncoder();
        private int all;
        private int rare;
        private long line = 1;
        private long firstRare;
        private char last;
        private boolean nul;

        /** @param guessed whether the bytes may as well be in another encoding that happens to decode */
        Letters(boolean guessed) {
            this.guessed = guessed;
        }

        boolean plausible(CharBuffer text) {
            while (text.hasRemaining()) {
                char letter = text.get();
                if (letter == 0) {
                    nul = true;
                    return false;
                }
                if (letter == '\n' ? last != '\r' : letter == '\r') {
                    line++;
                }
                last = letter;
                if (guessed && letter > 0x7f) {
                    all++;
                    if (letter == '\ufffd' || Character.getType(letter) == Character.PRIVATE_USE) {
                        return false;
                    }
                    if (!Character.isSurrogate(letter) && !common.canEncode(letter) && rare++ == 0) {
                        firstRare = line;
                    }
                }
                if (guessed && letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r') {
                    return false;
                }
            }
            return true;
        }

        boolean areCommon() {
            return rare <= Math.max(RARE_ALLOWED, all * RARE_IN_HUNDRED / 100);
        }
    }
}
