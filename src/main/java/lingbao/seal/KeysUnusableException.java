package lingbao.seal;

import java.nio.file.Path;

/** The key file can't be used; nothing was read, written or made. */
public final class KeysUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnusableException(Path file, String reason) {
        super("密钥文件 " + file + " 不能使用：" + reason);
    }
}
