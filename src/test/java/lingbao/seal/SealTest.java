package lingbao.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final int CHUNK = 64 * 1024;

    private final Seal seal;

    SealTest(@TempDir Path home) {
        seal = new Seal(Keys.inHome(home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "𠮷田㙓", "11010519491231002X"})
    void givesBackATextAsItWas(String clear) {
        String sealed = seal.seal(clear);
        assertThat(seal.unseal(sealed)).isEqualTo(clear);
        assertThat(sealed).isASCII().hasSizeLessThanOrEqualTo(Seal.sealedLength(clear.length()));
        assertThat(seal.seal(clear)).as("sealed again").isNotEqualTo(sealed);
    }

    @Test
    void refusesATextThatWasChangedOrSealedWithOtherKeys(@TempDir Path other) {
        String sealed = seal.seal("张三");
        char[] changed = sealed.toCharArray();
        changed[20] = changed[20] == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> seal.unseal(new String(changed))).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> seal.unseal("张三")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> seal.unseal("")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> new Seal(Keys.inHome(other)).unseal(sealed)).isInstanceOf(SealBrokenException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17})
    void givesBackAStreamAsItWas(int length) throws IOException {
        byte[] clear = randomBytes(length);
        assertThat(unsealed(sealed(clear))).isEqualTo(clear);
    }

    @Test
    void refusesAStreamThatWasCutShortReorderedOrChangedAnywhere() throws IOException {
        byte[] sealed = sealed(randomBytes(2 * CHUNK));
        int sealedChunk = CHUNK + Seal.TAG_BYTES;
        for (int length : new int[] {0, 15, 16, 40, 16 + sealedChunk, sealed.length - 1}) {
            assertThatThrownBy(() -> unsealed(Arrays.copyOf(sealed, length)))
                    .as("cut to %d", length)
                    .isInstanceOf(SealBrokenException.class);
        }
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, 16, swapped, 16 + sealedChunk, sealedChunk);
        System.arraycopy(sealed, 16 + sealedChunk, swapped, 16, sealedChunk);
        assertThatThrownBy(() -> unsealed(swapped)).isInstanceOf(SealBrokenException.class);
        for (int place : new int[] {0, 16, 1000, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> unsealed(changed)).as("byte %d", place).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void aSealedStreamHoldsNothingInClear() throws IOException {
        byte[] clear = "姓名,张三,11010519491231002X\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThat(new String(sealed(clear), StandardCharsets.ISO_8859_1)).doesNotContain("11010519491231002X");
    }

    @Test
    void aPersonHasOneKeyThatTellsNothing(@TempDir Path other) {
        String key = seal.personKey("id:11010519491231002X");
        assertThat(key).matches("[A-Za-z0-9_-]{32}").isEqualTo(seal.personKey("id:11010519491231002X"));
        assertThat(seal.personKey("id:110105194912310021")).isNotEqualTo(key);
        assertThat(new Seal(Keys.inHome(other)).personKey("id:11010519491231002X"))
                .as("with other keys")
                .isNotEqualTo(key);
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private byte[] sealed(byte[] clear) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream sealing = seal.sealing(sealed)) {
            sealing.write(clear);
        }
        return sealed.toByteArray();
    }

    private byte[] unsealed(byte[] sealed) throws IOException {
        return seal.unsealing(new ByteArrayInputStream(sealed)).readAllBytes();
    }
}
