package lingbao.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * A stream sealed chunk by chunk. The nonce of a chunk is its number and whether it is the last, so that none can be
 * moved, doubled or left out, and the end can't be cut off.
 */
final class SealedChunks {

    private static final int CLEAR_BYTES = 64 * 1024;

    private SealedChunks() {}

    private static byte[] nonce(long chunk, boolean last) {
        return ByteBuffer.allocate(12).putLong(chunk).putInt(last ? 1 : 0).array();
    }

    static final class Writer extends OutputStream {

        private final OutputStream sealed;
        private final SecretKey key;
        private final byte[] clear = new byte[CLEAR_BYTES];
        private int filled;
        private long chunk;
        private boolean closed;

        Writer(OutputStream sealed, SecretKey key) {
            this.sealed = sealed;
            this.key = key;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int rest = length;
            while (rest > 0) {
                // A full chunk waits for the next byte: until then it may be the last.
                if (filled == CLEAR_BYTES) {
                    writeChunk(false);
                }
                int part = Math.min(rest, CLEAR_BYTES - filled);
                System.arraycopy(bytes, from, clear, filled, part);
                filled += part;
                from += part;
                rest -= part;
            }
        }

        private void writeChunk(boolean last) throws IOException {
            sealed.write(Seal.crypt(Cipher.ENCRYPT_MODE, key, nonce(chunk, last), Arrays.copyOf(clear, filled)));
            chunk++;
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (sealed) {
                    writeChunk(true);
                    sealed.flush();
                }
            }
        }
    }

    static final class Reader extends InputStream {

        private final InputStream sealed;
        private final SecretKey key;
        private byte[] clear = new byte[0];
        private int taken;
        private byte[] next;
        private long chunk;
        private boolean ended;

        Reader(InputStream sealed, SecretKey key) throws IOException {
            this.sealed = sealed;
            this.key = key;
            this.next = readSealed();
        }

        private byte[] readSealed() throws IOException {
            return sealed.readNBytes(CLEAR_BYTES + Seal.TAG_BYTES);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (taken == clear.length) {
                if (ended) {
                    return -1;
                }
                openChunk();
            }
            int part = Math.min(length, clear.length - taken);
            System.arraycopy(clear, taken, bytes, offset, part);
            taken += part;
            return part;
        }

        private void openChunk() throws IOException {
            byte[] current = next;
            next = readSealed();
            ended = next.length == 0;
            if (current.length < Seal.TAG_BYTES) {
                throw new SealBrokenException();
            }
            clear = Seal.crypt(Cipher.DECRYPT_MODE, key, nonce(chunk, ended), current);
            chunk++;
            taken = 0;
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
