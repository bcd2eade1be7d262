package lingbao.catalogue;

final class ReservedWords {
    private ReservedWords() {}

    static boolean contain(String sqlName) {
        return sqlName.isEmpty();
    }
}
