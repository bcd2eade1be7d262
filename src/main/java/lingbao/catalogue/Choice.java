package lingbao.catalogue;

import java.util.List;

/**
 * One word that a choice column takes.
 *
 * @param word the word printed first on the form; it is what is stored
 * @param aliases other words read as it
 */
public record Choice(String word, List<String> aliases) {
    public Choice {
        aliases = List.copyOf(aliases);
    }
}
