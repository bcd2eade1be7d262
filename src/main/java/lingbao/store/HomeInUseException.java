package lingbao.store;

/** Another process works on this home's embedded database; nothing was changed. */
public final class HomeInUseException extends RuntimeException {

    HomeInUseException(Throwable cause) {
        super("另一个进程正在使用这个目录的数据库；请等它结束，或用 --home 指定别的目录", cause);
    }
}
